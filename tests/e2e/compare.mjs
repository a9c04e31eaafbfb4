// Whether two pictures show the same screen, whatever font wrote its words. Both are cut into blocks; a block is alike
// when the other picture has, at its place or one block beside it, one of about the same color and about as much ink.

import { PNG } from "pngjs";

/** The side of a block, in pixels of a picture at half size. */
const BLOCK = 6;
/** How far the mean of a channel may lie apart, and the spread of the brightness, of 255. */
const COLOR = 10;
const INK = 14;
/** The side of the square in which unlike blocks are counted, in blocks, and how many of them make another screen. */
const WINDOW = 8;
const MOST_IN_WINDOW = 0.55;
const MOST_IN_ALL = 0.1;

/** The PNG at half its size, each pixel the mean of four, in as many shades as keep the file small. */
export function halved(bytes) {
  const from = PNG.sync.read(bytes);
  const to = new PNG({ width: from.width >> 1, height: from.height >> 1, colorType: 2 });
  for (let y = 0; y < to.height; y += 1) {
    for (let x = 0; x < to.width; x += 1) {
      const at = 4 * (2 * y * from.width + 2 * x);
      const four = [at, at + 4, at + 4 * from.width, at + 4 * from.width + 4];
      for (let channel = 0; channel < 3; channel += 1) {
        const mean = four.reduce((sum, place) => sum + from.data[place + channel], 0) / 4;
        to.data[4 * (y * to.width + x) + channel] = Math.min(255, Math.round(mean / 6) * 6);
      }
      to.data[4 * (y * to.width + x) + 3] = 255;
    }
  }
  return PNG.sync.write(to, { colorType: 2, deflateLevel: 9, filterType: -1 });
}

/** Each block's mean color and the spread of its brightness. */
function blocks(bytes) {
  const { width, height, data } = PNG.sync.read(bytes);
  const columns = Math.floor(width / BLOCK);
  const rows = Math.floor(height / BLOCK);
  const block = (index) => {
    const [left, top] = [(index % columns) * BLOCK, Math.floor(index / columns) * BLOCK];
    const sums = [0, 0, 0, 0, 0];
    for (let y = top; y < top + BLOCK; y += 1) {
      for (let x = left; x < left + BLOCK; x += 1) {
        const [red, green, blue] = data.subarray(4 * (y * width + x));
        const light = (red + green + blue) / 3;
        [red, green, blue, light, light * light].forEach((value, at) => (sums[at] += value));
      }
    }
    const [red, green, blue, light, square] = sums.map((sum) => sum / (BLOCK * BLOCK));
    return { color: [red, green, blue], ink: Math.sqrt(Math.max(0, square - light * light)) };
  };
  return { width, height, columns, rows, all: Array.from({ length: columns * rows }, (_, index) => block(index)) };
}

const alike = (one, other) =>
  Math.abs(one.ink - other.ink) <= INK && one.color.every((value, channel) => Math.abs(value - other.color[channel]) <= COLOR);

/** For each block of `one` whether `other` has none like it near its place. */
function missing(one, other) {
  return one.all.map((block, index) => {
    const [x, y] = [index % one.columns, Math.floor(index / one.columns)];
    for (let row = Math.max(0, y - 1); row <= Math.min(one.rows - 1, y + 1); row += 1) {
      for (let column = Math.max(0, x - 1); column <= Math.min(one.columns - 1, x + 1); column += 1) {
        if (alike(block, other.all[row * one.columns + column])) return false;
      }
    }
    return true;
  });
}

/** The fullest square of unlike blocks: its share, and where it begins in pixels of the screen. */
function densest(unlike, { columns, rows }) {
  let most = { share: 0, x: 0, y: 0 };
  for (let y = 0; y + WINDOW <= rows; y += 1) {
    for (let x = 0; x + WINDOW <= columns; x += 1) {
      let count = 0;
      for (let row = y; row < y + WINDOW; row += 1) {
        for (let column = x; column < x + WINDOW; column += 1) count += unlike[row * columns + column];
      }
      const share = count / (WINDOW * WINDOW);
      if (share > most.share) most = { share, x: 2 * BLOCK * x, y: 2 * BLOCK * y };
    }
  }
  return most;
}

/** How far two halved PNGs lie apart: `same`, and the shares of unlike blocks in all and in the fullest square. */
export function compare(kept, now) {
  const [one, other] = [blocks(kept), blocks(now)];
  if (one.width !== other.width || one.height !== other.height) return { same: false, all: 1, most: { share: 1, x: 0, y: 0 } };
  const gone = missing(one, other);
  const come = missing(other, one);
  const unlike = gone.map((it, index) => it || come[index]);
  const all = unlike.filter(Boolean).length / unlike.length;
  const most = densest(unlike, one);
  return { same: all <= MOST_IN_ALL && most.share <= MOST_IN_WINDOW, all, most };
}
