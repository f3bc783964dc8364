// Measures in a page, at the remote-desktop client that both pages have. Run in it before its client is made.
const { default: RFB } = await import("/novnc/core/rfb.js");
const { default: Websock } = await import("/novnc/core/websock.js");
const bench = (window.bench = { rfb: null, area: 0, bytes: 0, at: 0, begin: 0, updated: null, flipped: null });

const message = Websock.prototype._recvMessage;
Websock.prototype._recvMessage = function (event) {
  bench.bytes += event.data.byteLength;
  return message.call(this, event);
};

const rectangle = RFB.prototype._handleRect;
RFB.prototype._handleRect = function () {
  const { encoding, width, height } = this._FBU;
  const whole = rectangle.call(this);
  if (whole && encoding >= 0) {
    bench.area += width * height;
  }
  return whole;
};

const update = RFB.prototype._framebufferUpdate;
RFB.prototype._framebufferUpdate = function () {
  bench.rfb = this;
  const whole = update.call(this);
  if (whole) {
    bench.at = performance.now();
    bench.updated?.();
  }
  return whole;
};

// The client paints elsewhere and copies what is whole to the canvas that one sees.
const draw = CanvasRenderingContext2D.prototype.drawImage;
CanvasRenderingContext2D.prototype.drawImage = function (...what) {
  draw.apply(this, what);
  if (this.canvas.isConnected) {
    bench.flipped?.();
  }
};

const later = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Until nothing has come for so long: the server sends what was lossy again, without loss, when it has time. */
bench.quiet = async (milliseconds) => {
  while (performance.now() - bench.at < milliseconds) {
    await later(20);
  }
};

function requested(width, height) {
  bench.area = 0;
  const came = new Promise((done) => {
    bench.updated = () => {
      if (bench.area >= width * height) {
        bench.updated = null;
        done();
      }
    };
  });
  RFB.messages.fbUpdateRequest(bench.rfb._sock, false, 0, 0, width, height);
  return came;
}

const whole = () => requested(bench.rfb._fbWidth, bench.rfb._fbHeight);

/** Milliseconds from asking for the whole picture to the last of it painted, and its bytes. */
bench.full = async () => {
  await bench.quiet(500);
  const bytes = bench.bytes;
  const begin = (bench.begin = performance.now());
  await whole();
  await bench.rfb._display.flush();
  return [performance.now() - begin, bench.bytes - bytes];
};

/** Milliseconds from asking for the last whole picture to the last that came after it. */
bench.sharp = async () => {
  await bench.quiet(800);
  return bench.at - bench.begin;
};

/** Milliseconds from asking for one pixel to having it, so many times. */
bench.trips = async (times) => {
  await bench.quiet(500);
  const taken = [];
  for (let i = 0; i < times; i++) {
    const begin = performance.now();
    await requested(1, 1);
    taken.push(performance.now() - begin);
  }
  return taken;
};

/** Milliseconds and bytes of so many whole pictures without compression, one after the other. */
bench.raw = async (times) => {
  RFB.messages.clientEncodings(bench.rfb._sock, [0]);
  await bench.quiet(200);
  const bytes = bench.bytes;
  const begin = performance.now();
  for (let i = 0; i < times; i++) {
    await whole();
  }
  return [performance.now() - begin, bench.bytes - bytes];
};

/** Milliseconds from a key to the canvas with its colour; digits 1 (red) and 2 (green) in turns. */
bench.keys = async (times) => {
  await bench.quiet(500);
  const context = document.querySelector("#place canvas").getContext("2d");
  const taken = [];
  for (let i = 0; i < times; i++) {
    const digit = 1 + (i % 2);
    await later(60 + Math.random() * 40);
    taken.push(await key(context, digit));
  }
  return taken;
};

function key(context, digit) {
  return new Promise((done) => {
    bench.flipped = () => {
      const [red, green] = context.getImageData(20, 6, 1, 1).data;
      if (digit === 1 ? red > 120 && green < 90 : green > 120 && red < 90) {
        bench.flipped = null;
        done(performance.now() - begin);
      }
    };
    const begin = performance.now();
    bench.rfb.sendKey(0x30 + digit, "Digit" + digit, true);
    bench.rfb.sendKey(0x30 + digit, "Digit" + digit, false);
  });
}
