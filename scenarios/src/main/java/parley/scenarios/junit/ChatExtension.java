package parley.scenarios.junit;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import parley.protocol.Address;

/** Gives tests their server and clients, and closes them. */
final class ChatExtension implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace NAMESPACE = Namespace.create(ChatExtension.class);

    /** The server of one test, which JUnit closes with the test's own store, and the clients that have come. */
    private record House(ChatServer server, List<String> guests) implements AutoCloseable {
        @Override
        public void close() {
            server.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == ChatServer.class || type == ChatClient.class || type == Address.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        try {
            House house = house(context);
            Class<?> type = parameter.getParameter().getType();
            if (type == ChatClient.class) {
                return guest(name(parameter.getParameter()), house);
            }
            return type == Address.class ? house.server().address() : house.server();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ParameterResolutionException("interrupted while the chat began", e);
        }
    }

    private static House house(ExtensionContext context) throws InterruptedException {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        House house = store.get(House.class, House.class);
        if (house == null) {
            house = new House(new ChatServer(config(context)), new ArrayList<>());
            store.put(House.class, house);
        }
        return house;
    }

    private static String config(ExtensionContext context) {
        return Stream.of(context.getTestClass(), context.getElement()).distinct()
                .flatMap(element -> AnnotationSupport.findAnnotation(element, ChatTest.class).stream())
                .map(ChatTest::config).collect(Collectors.joining("\n"));
    }

    private static ChatClient guest(String name, House house) throws InterruptedException {
        ChatClient guest = house.server().client(name).does("connects").sees("welcome");
        for (String earlier : house.guests()) {
            house.server().client(earlier).sees(name + " join");
        }
        house.guests().add(name);
        return guest;
    }

    private static String name(Parameter parameter) {
        Named named = parameter.getAnnotation(Named.class);
        if (named != null) {
            return named.value();
        }
        if (!parameter.isNamePresent()) {
            throw new ParameterResolutionException("the client has no name: compile tests with -parameters, or write"
                    + " @Named(\"alice\") before the parameter");
        }
        return parameter.getName();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        House house = context.getStore(NAMESPACE).get(House.class, House.class);
        if (house != null && context.getExecutionException().isEmpty()) {
            house.server().checkRefusals();
        }
    }
}
