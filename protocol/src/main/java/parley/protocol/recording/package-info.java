/**
 * Recordings: what went over the wire between clients and a server, line by line, as JSON objects in a file.
 * {@link parley.protocol.recording.RecordingWriter} writes one as it happens, without its secrets;
 * {@link parley.protocol.recording.RecordingReader} reads one, an entry at a time, however long it is. The reference of
 * the format is the scenarios module's {@code RECORDINGS.md}.
 */
@NullMarked
package parley.protocol.recording;

import org.jspecify.annotations.NullMarked;
