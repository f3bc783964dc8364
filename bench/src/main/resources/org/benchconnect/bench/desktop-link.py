"""A narrow link between this network namespace and a new one, packet by packet, for kernels with and without netem.

desktop-link.py NAME MBIT_PER_S ONE_WAY_MS QUEUE_BYTES: makes the namespace NAME; this side is 198.18.77.1, that side 198.18.77.2. Prints "up" and ends, with both, when its input does.
"""
import collections
import ctypes
import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import time

TUNSETIFF, IFF_TUN, IFF_NO_PI, CLONE_NEWNET = 0x400454CA, 1, 0x1000, 0x40000000


class Way:
    """One direction: a packet leaves after those before it at the link's rate, and arrives after its delay; what finds the queue full is lost."""

    def __init__(self, target, rate, delay, most):
        self.target, self.rate, self.delay, self.most = target, rate, delay, most
        self.free, self.under_way = 0.0, collections.deque()

    def take(self, packet, now):
        if max(0.0, self.free - now) * self.rate <= self.most:
            self.free = max(now, self.free) + len(packet) / self.rate
            self.under_way.append((self.free + self.delay, packet))

    def give(self, now):
        while self.under_way and self.under_way[0][0] <= now:
            try:
                os.write(self.target, self.under_way.popleft()[1])
            except OSError:
                pass  # as a link loses it


def run(*words):
    subprocess.run(words, check=True)


def tun(name, address, peer):
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    run("ip", "address", "add", address, "peer", peer, "dev", name)
    run("ip", "link", "set", name, "mtu", "1500", "up")
    return device


def enter(path):
    with open(path) as space:
        if ctypes.CDLL(None, use_errno=True).setns(space.fileno(), CLONE_NEWNET) != 0:
            raise OSError(ctypes.get_errno(), "setns")


def main(name, mbit, delay, most):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    run("ip", "netns", "add", name)
    try:
        here = tun("bcb" + str(os.getpid()), "198.18.77.1", "198.18.77.2")
        enter("/run/netns/" + name)
        run("ip", "link", "set", "lo", "up")
        there = tun("bcb0", "198.18.77.2", "198.18.77.1")
        print("up", flush=True)
        rate = float(mbit) * 1e6 / 8
        ways = {a: Way(b, rate, float(delay) / 1e3, int(most)) for a, b in ((here, there), (there, here))}
        while serve(ways):
            pass
    finally:
        run("ip", "netns", "delete", name)


def serve(ways):
    due = [way.under_way[0][0] for way in ways.values() if way.under_way]
    wait = max(0.0, min(due) - time.monotonic()) if due else None
    ready = select.select([*ways, sys.stdin], [], [], wait)[0]
    now = time.monotonic()
    for one in ready:
        if one is sys.stdin:
            return False
        try:
            ways[one].take(os.read(one, 2048), now)
        except BlockingIOError:
            pass
    for way in ways.values():
        way.give(now)
    return True


main(*sys.argv[1:])
