package parley.chatd.core;

/**
 * Is told when somebody who has been welcomed logs in, to another account as well, or is logged out because their account
 * is gone from the configuration. On the session's thread, or on that of who reconfigures; it must not wait.
 */
@FunctionalInterface
public interface AccountWatcher {

    /** {@link Session#accountName()} says something else from now on. */
    void changed(Session session);
}
