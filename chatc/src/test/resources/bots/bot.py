"""A bot as people write them with python3-irc: it adds numbers in a room, and leaves when it is asked to."""
import sys

import irc.bot


class Adder(irc.bot.SingleServerIRCBot):
    def __init__(self, host, port, nick):
        super().__init__([(host, int(port))], nick, "adds numbers")

    def on_welcome(self, connection, event):
        connection.join("#sums")

    def on_join(self, connection, event):
        if event.source.nick == connection.get_nickname():
            connection.privmsg("#sums", "ready; say !add and numbers")

    def on_pubmsg(self, connection, event):
        words = event.arguments[0].split()
        if words[0] == "!add":
            total = sum(int(word) for word in words[1:])
            connection.privmsg(event.target, f"{event.source.nick}: {total}")
        elif words[0] == "!bye":
            self.die("good bye")


Adder(*sys.argv[1:]).start()
