/**
 * The client for people at a terminal.
 *
 * <pre>
 *   terminal ──► Typing ──line──► Conversation ──commands──► server
 *       ▲                            │    ▲
 *       └── TerminalScreen ◄──rows───┘    └──────events───── server
 * </pre>
 *
 * <p>Two threads: the one that calls {@link parley.chatc.talk.Talk#run} waits for keys, and one of its own has the
 * turns ({@link parley.chatc.talk.Turns}): every line typed, every event and every answer, one after the other, in the
 * order they came. Everything from {@code Conversation} inwards runs on that thread, knows no terminal, and needs no
 * lock. A {@code Seat} is a room: what was shown there, and how much of it nobody has looked at. JLine appears in
 * {@code TerminalScreen} and what it is made of alone.
 */
@NullMarked
package parley.chatc.talk;

import org.jspecify.annotations.NullMarked;
