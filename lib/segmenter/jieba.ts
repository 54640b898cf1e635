import init, { tag } from 'jieba-wasm/web';
import type { Segment } from '@/lib/extraction/token';

/**
 * Loads jieba (4 MB, some 60 MB of memory while it is there) and gives its segmentation with parts of speech. For a
 * worker that ends with its work; never on the reading path. Its binary stays a file of its own beside that worker;
 * imported by a content script or the background it would be packed into them as text.
 */
export async function loadJieba(): Promise<Segment> {
  await init();
  return (text) => tag(text, true);
}
