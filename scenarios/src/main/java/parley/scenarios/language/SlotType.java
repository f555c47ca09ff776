package parley.scenarios.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import parley.protocol.Dialect;
import parley.protocol.Role;
import parley.protocol.WireName;
import parley.protocol.text.Suggestion;
import parley.protocol.text.TimeSpan;

/** What can stand in a blank of a {@link Form}. */
enum SlotType {
    /** One word: a nick, which in an expectation may be a pattern. */
    NICK("a nick, like alice") {
        @Override
        Slice read(Words words) throws Mistake {
            return word(words);
        }
    },
    /** Several nicks, with commas and {@code and}; given on in the order of their names. */
    NICKS("nicks, like alice and bob") {
        @Override
        Slice read(Words words) throws Mistake {
            Slice first = words.peek();
            return new Slice(names(words).stream().map(Slice::text).sorted().collect(Collectors.joining(", ")),
                    first.index());
        }
    },
    /** One word that begins with {@code #}; in quotes it may be anything. */
    ROOM("a room, like #lobby") {
        @Override
        boolean fits(Slice word) {
            return !word.text().isEmpty() && "#{*\"".indexOf(word.text().charAt(0)) >= 0;
        }

        @Override
        Slice read(Words words) throws Mistake {
            if (!words.atEnd() && !fits(words.peek())) {
                throw new Mistake(words.peek(), "a room begins with #: did you mean #" + words.peek().text() + "?");
            }
            return word(words);
        }
    },
    /** Several rooms, as {@link #NICKS}. */
    ROOMS("rooms, like #lobby and #garden") {
        @Override
        Slice read(Words words) throws Mistake {
            return NICKS.read(words);
        }
    },
    /** A room, or the whole server. */
    PLACE("a room, like #lobby, or " + Scope.SERVER) {
        @Override
        boolean fits(Slice word) {
            return ROOM.fits(word) || word.text().equals("the");
        }

        @Override
        Slice read(Words words) throws Mistake {
            Slice left = words.left();
            return left.text().equals(Scope.SERVER) || left.text().startsWith(Scope.SERVER + " ")
                    ? words.take(Scope.SERVER.length())
                    : ROOM.read(words);
        }
    },
    /** What a room can be made. */
    SETTING("what a room can be made, like invite-only") {
        @Override
        Slice read(Words words) throws Mistake {
            return oneOf(RoomWords.all(), words, "what a room can be made");
        }
    },
    /** What is spoken on a connection. */
    DIALECT("what is spoken there: json or irc") {
        @Override
        Slice read(Words words) throws Mistake {
            return oneOf(Arrays.stream(Dialect.values()).map(Dialect::wireName).toList(), words, "a dialect");
        }
    },
    /** Where a server listens. */
    ADDRESS("an address, like localhost:7667") {
        @Override
        Slice read(Words words) throws Mistake {
            return word(words);
        }
    },
    /** A whole number. */
    NUMBER("a number") {
        @Override
        Slice read(Words words) throws Mistake {
            Slice word = word(words);
            if (!word.text().matches("\\d{1,9}")) {
                throw new Mistake(word, "a number has digits alone, at most nine; \"" + word.text() + "\" is none");
            }
            return word;
        }
    },
    /** How much in how much time. */
    RATE("a rate, like 10kB/s") {
        @Override
        Slice read(Words words) throws Mistake {
            Slice word = word(words);
            Rate.read(word);
            return word;
        }
    },
    /** A position in a history. */
    CURSOR("a cursor, like {cursor}") {
        @Override
        Slice read(Words words) throws Mistake {
            return word(words);
        }
    },
    /** What somebody may do in a room. */
    ROLE("a role: none, member, voice or operator") {
        @Override
        Slice read(Words words) throws Mistake {
            Slice word = word(words);
            if (WireName.read(Role.class, word.text()).isEmpty() && word.text().indexOf('{') < 0) {
                throw new Mistake(word, "a role is " + WireName.choices(Role.class) + ", not \"" + word.text() + "\"");
            }
            return word;
        }
    },
    /** A length of time. */
    SPAN("a time, like 30s or 12h") {
        @Override
        Slice read(Words words) throws Mistake {
            Slice word = word(words);
            if (TimeSpan.read(word.text()).isEmpty() && word.text().indexOf('{') < 0) {
                throw new Mistake(word,
                        "a time is a number and ms, s, m, h or d, like 12h; \"" + word.text() + "\" is none");
            }
            return word;
        }
    },
    /** The name of a refusal. */
    NAME("a refusal's name, like nick-taken") {
        @Override
        Slice read(Words words) throws Mistake {
            return word(words);
        }
    },
    /** All the rest of the line, to be sent. */
    TEXT("a text; \"\" is an empty one") {
        @Override
        Slice read(Words words) throws Mistake {
            return rest(words);
        }
    },
    /** All the rest of the line, to be held against what comes. */
    PATTERN("what it must be like; * is anything") {
        @Override
        Slice read(Words words) throws Mistake {
            return rest(words);
        }
    },
    /** All the rest of the line, as it stands on the wire. */
    LINE("a line as it stands on the wire") {
        @Override
        Slice read(Words words) throws Mistake {
            return rest(words);
        }
    };

    private final String description;

    SlotType(String description) {
        this.description = description;
    }

    /** Whether this word can begin what stands here; decides whether an optional part is there. */
    boolean fits(Slice word) {
        return true;
    }

    /** Takes what stands here. */
    abstract Slice read(Words words) throws Mistake;

    Slice rest(Words words) throws Mistake {
        if (words.atEnd()) {
            throw missing(words);
        }
        return words.rest();
    }

    /** One word, or several in quotes. */
    Slice word(Words words) throws Mistake {
        if (words.atEnd()) {
            throw missing(words);
        }
        String left = words.left().text();
        int close = left.startsWith("\"") ? left.indexOf('"', 1) : -1;
        return close < 0 ? words.next() : words.take(close + 1);
    }

    private Mistake missing(Words words) {
        return new Mistake(words.left(), "here is missing " + description);
    }

    private static Slice oneOf(List<String> choices, Words words, String what) throws Mistake {
        Slice word = NICK.word(words);
        if (!choices.contains(word.text())) {
            throw new Mistake(word, "\"" + word.text() + "\" is not " + what + "; " + Suggestion
                    .nearest(word.text(), choices).map(near -> "did you mean " + near + "?")
                    .orElse("there are " + String.join(", ", choices)));
        }
        return word;
    }

    /** Names with commas and {@code and} between them: at least one. */
    static List<Slice> names(Words words) throws Mistake {
        List<Slice> names = new ArrayList<>();
        boolean more = true;
        while (more) {
            Slice word = NICK.word(words);
            boolean comma = word.text().length() > 1 && word.text().endsWith(",");
            names.add(comma ? word.part(0, word.text().length() - 1) : word);
            more = words.took("and") || comma;
        }
        return names;
    }
}
