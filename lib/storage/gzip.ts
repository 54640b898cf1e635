/** A text as compressed UTF-8: glossaries shrink to a tenth. */
export async function gzip(text: string): Promise<ArrayBuffer> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
}

/** The text that was compressed; `undefined` if the bytes are damaged. */
export async function gunzip(bytes: ArrayBuffer): Promise<string | undefined> {
  const text = new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  return text.catch((error: unknown) => {
    if (error instanceof TypeError) return undefined;
    throw error;
  });
}
