package parley.chatd.core;

import parley.protocol.Password;

/** What is kept of a password: enough to recognise it, and too little to tell it. Any thread. */
@FunctionalInterface
public interface PasswordHash {

    /** Whether this is the password. Takes its time, and as much for a wrong one. */
    boolean matches(Password password);
}
