// The smallest things of each kind that an answer can hold.

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const SILENCE = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=';

export function text(words) {
  return { type: 'text', text: words };
}

export function pixelImage() {
  return { type: 'image', data: PIXEL, mimeType: 'image/png' };
}

export function pixelResource(uri) {
  return { uri, mimeType: 'image/png', blob: PIXEL };
}

export function silence() {
  return { type: 'audio', data: SILENCE, mimeType: 'audio/wav' };
}
