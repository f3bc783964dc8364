"""Fills the terminal with text, a fifth of its lines in many colours, then paints the first cells in the colour of each digit that is typed."""
import os
import random
import sys
import termios
import tty

chance = random.Random(7)
columns, lines = os.get_terminal_size()
out = sys.stdout
out.write("\x1b[?25l\x1b[2J")
for line in range(1, lines + 1):
    out.write(f"\x1b[{line};1H")
    out.write("\x1b[0m")
    for column in range(columns):
        if line % 5 == 0 and column % 12 == 0:
            out.write(f"\x1b[38;5;{chance.randrange(16, 256)};48;5;{chance.randrange(16, 256)}m")
        out.write(chr(chance.randrange(33, 127)))
out.flush()
tty.setraw(sys.stdin.fileno(), termios.TCSANOW)
while True:
    key = os.read(0, 1)
    if key in (b"1", b"2"):
        out.write(f"\x1b[1;1H\x1b[4{key.decode()}m" + " " * 16)
        out.flush()
