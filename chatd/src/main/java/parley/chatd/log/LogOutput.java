package parley.chatd.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chatd.config.Config;

/**
 * The daemon's log: one line an event, on standard error, where the service manager or the shell takes it. Logback finds
 * this class by itself; to read the same from a file would make the daemon's start half as long again.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_LOW_PRIORITY)
public final class LogOutput extends ContextAwareBase implements Configurator {

    private static final String NAME = "chatd";
    private static final String OURS = "parley";
    /** A message is one line, whatever it tells of. */
    private static final String PATTERN =
            "%date{\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\"} %-5level %replace(%msg){'\\p{Cntrl}', ' '}%n";

    /** Leaves the log to a {@code logback.xml} if somebody has brought one. */
    @Override
    public ExecutionStatus configure(LoggerContext logback) {
        if (System.getProperty("logback.configurationFile") != null || isThere("logback.xml")
                || isThere("logback-test.xml")) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        ConsoleAppender<ILoggingEvent> output = new ConsoleAppender<>();
        output.setContext(logback);
        output.setName(NAME);
        output.setTarget("System.err");
        logback.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        logback.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(output);
        use(logback, output, Config.Log.DEFAULT);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static boolean isThere(String resource) {
        return LogOutput.class.getClassLoader().getResource(resource) != null;
    }

    /** Writes the log in this form from now on, unless it is not this class that writes it. */
    public static void use(Config.Log log) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback
                && logback.getLogger(Logger.ROOT_LOGGER_NAME)
                        .getAppender(NAME) instanceof ConsoleAppender<ILoggingEvent> output) {
            use(logback, output, log);
        }
    }

    private static void use(LoggerContext logback, ConsoleAppender<ILoggingEvent> output, Config.Log log) {
        EncoderBase<ILoggingEvent> encoder = switch (log.format()) {
            case TEXT -> text();
            case JSON -> json();
        };
        encoder.setContext(logback);
        encoder.start();
        output.setEncoder(encoder);
        output.start();
        logback.getLogger(OURS).setLevel(Level.convertAnSLF4JLevel(log.level()));
    }

    private static EncoderBase<ILoggingEvent> text() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern(PATTERN);
        return encoder;
    }

    private static EncoderBase<ILoggingEvent> json() {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithThreadName(false);
        encoder.setWithContext(false);
        encoder.setWithMarkers(false);
        encoder.setWithMDC(false);
        encoder.setWithKVPList(false);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithFormattedMessage(true);
        return encoder;
    }
}
