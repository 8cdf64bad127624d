# The bot with the Node version that package.json pins. HOSTING.md says how to build and run it; compose.yaml runs it with a
# read-only root file system. `npm run image` follows these lines without a Docker engine.

FROM node:24.21.0-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/reader/package.json ./packages/reader/package.json
COPY packages/room/package.json ./packages/room/package.json
# The optional packages are a Node, which this image has already, and the WebAssembly build of the reader's runtime, which
# comes for every platform; Linux takes the native one.
RUN npm ci --omit=dev --omit=optional --ignore-scripts \
  && rm -r node_modules/onnxruntime-node/bin/napi-v6/darwin node_modules/onnxruntime-node/bin/napi-v6/win32

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HTTP_PORT=8080 HTTP_HOST=0.0.0.0
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json LICENSE PRIVACY.md ./
COPY bin ./bin
COPY commands ./commands
COPY packages/reader/package.json ./packages/reader/package.json
COPY packages/reader/model ./packages/reader/model
COPY packages/reader/src ./packages/reader/src
COPY packages/room/package.json ./packages/room/package.json
COPY packages/room/src ./packages/room/src
COPY src ./src
COPY --chown=1000:1000 corpus ./corpus
RUN mkdir data && chown 1000:1000 data && ln -s /app/bin/rapporteur /usr/local/bin/rapporteur
VOLUME ["/app/data", "/app/corpus"]
USER 1000:1000
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["node", "bin/health.js"]
ENTRYPOINT ["node", "--import", "./bin/prepare.js"]
CMD ["src/main.ts"]
