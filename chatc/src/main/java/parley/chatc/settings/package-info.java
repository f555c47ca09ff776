/**
 * What is in force: a flag, or else a variable, or else the settings of the named server, or else those for all servers,
 * each with where it comes from. The file is looked into only if it is there, so that whoever has none does not wait for
 * what reads it.
 */
@NullMarked
package parley.chatc.settings;

import org.jspecify.annotations.NullMarked;
