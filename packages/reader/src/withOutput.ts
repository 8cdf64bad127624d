/**
 * Lists one more tensor of an ONNX model, of floating-point numbers, among its outputs. A message that comes twice in
 * protobuf is one with the fields of both, so the name is appended to the model as a graph with nothing else.
 */
export function withOutput(model: Uint8Array, tensor: string): Uint8Array {
  const floats = field(1, [8, 1]);
  const value = [...field(1, new TextEncoder().encode(tensor)), ...field(2, floats)];
  const graph = field(12, value);
  return Buffer.concat([model, Uint8Array.from(field(7, graph))]);
}

const LENGTH_DELIMITED = 2;

/** A field of protobuf that holds bytes. */
function field(number: number, bytes: ArrayLike<number>): readonly number[] {
  return [number * 8 + LENGTH_DELIMITED, ...varint(bytes.length), ...Array.from(bytes)];
}

/** Seven bits a byte, the lowest first. */
function varint(number: number): readonly number[] {
  return number < 128 ? [number] : [(number % 128) + 128, ...varint(Math.floor(number / 128))];
}
