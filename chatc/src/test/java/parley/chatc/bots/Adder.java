package parley.chatc.bots;

import java.util.Arrays;
import org.pircbotx.Configuration;
import org.pircbotx.PircBotX;
import org.pircbotx.hooks.ListenerAdapter;
import org.pircbotx.hooks.events.JoinEvent;
import org.pircbotx.hooks.events.MessageEvent;

/** A bot as people write them with PircBotX: it adds numbers in a room, and leaves when it is asked to. */
public final class Adder extends ListenerAdapter {

    private Adder() {
    }

    /** Takes a host, a port and a nick. */
    public static void main(String[] args) throws Exception {
        Configuration configuration = new Configuration.Builder().setName(args[2]).setLogin("adder")
                .setRealName("adds numbers").setVersion("adder").addServer(args[0], Integer.parseInt(args[1]))
                .addAutoJoinChannel("#sums").setMessageDelay(0).addListener(new Adder()).buildConfiguration();
        try (PircBotX bot = new PircBotX(configuration)) {
            bot.startBot();
        }
    }

    @Override
    public void onJoin(JoinEvent event) {
        if (event.getBot().getUserBot().equals(event.getUser())) {
            event.getChannel().send().message("ready; say !add and numbers");
        }
    }

    @Override
    public void onMessage(MessageEvent event) {
        String[] words = event.getMessage().split(" ");
        if (words[0].equals("!add")) {
            int total = Arrays.stream(words).skip(1).mapToInt(Integer::parseInt).sum();
            event.getChannel().send().message(event.getUserHostmask().getNick() + ": " + total);
        } else if (words[0].equals("!bye")) {
            event.getBot().stopBotReconnect();
            event.getBot().sendIRC().quitServer("good bye");
        }
    }
}
