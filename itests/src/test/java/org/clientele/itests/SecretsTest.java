package org.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.clientele.Answer;
import org.clientele.Change;
import org.clientele.Password;
import org.clientele.SourceState;
import org.junit.Test;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** What must not be read anywhere. The last class of the suite: it reads the logs of all others. */
public class SecretsTest extends KarafTest {
    static final String DATABASE_PASSWORD = "database-secret-81d0";

    private static final String TYPED = "typed-secret-5ab2 ünal";
    private static final String BIND = "bind-secret-90ce";
    private static final List<String> SECRETS =
            List.of(DATABASE_PASSWORD, TYPED, BIND, SecurePeople.PASSWORD, PlaceholdersTest.VALUE, "$argon2id$");
    private static final List<String> PERSONAL = List.of("O'Brien", "secret-person", "Obrienova");

    @Inject
    private ServiceComponentRuntime components;

    private final Queue<String> events = new ConcurrentLinkedQueue<>();

    @Test
    public void noSecretIsInLogsEventsOrProperties() throws Exception {
        haveCustomer("its");
        awaitState("CustomerUser", SourceState.READY);
        ServiceRegistration<EventHandler> recorder = record();
        Password generated = Password.generate();
        try (PeopleServer server = new PeopleServer(BIND).with(List.of("secret-person-ldap"))) {
            configure(LDAP, "CustomerUser1", server.configuration(Map.of()));
            within(10).until(() -> find("secret-person-ldap") instanceof Answer.Found);
            writeAndFail(server, generated);
        } finally {
            recorder.unregister();
        }

        assertThat(events).anyMatch(event -> event.contains("CustomerUser/ADDED"));
        assertThat(events).anyMatch(event -> event.contains("CustomerUser/UPDATED"));
        for (String secret :
                Stream.concat(SECRETS.stream(), Stream.of(generated.clear())).toList()) {
            assertThat(events).as("events").noneMatch(event -> event.contains(secret));
            assertThat(serviceProperties()).as("service properties").noneMatch(text -> text.contains(secret));
            assertThat(componentProperties()).as("component properties").noneMatch(text -> text.contains(secret));
            assertThat(logLines()).as("log").noneMatch(line -> line.contains(secret));
        }
    }

    @Test
    public void noPersonIsNamedInTheLog() throws Exception {
        haveCustomer("its");
        awaitState("CustomerUser", SourceState.READY);
        for (String person : PERSONAL) {
            assertThat(logLines()).as("log").noneMatch(line -> line.contains(person));
        }
    }

    /** Whatever makes the directory talk: success, a refused value, a server that breaks down, a wrong bind password. */
    private void writeAndFail(PeopleServer server, Password generated) throws Exception {
        String login = "secret-person-" + System.nanoTime();
        add("CustomerUser", login, Optional.of(Password.of(TYPED)));
        Map<String, String> change = new LinkedHashMap<>(Map.of("UserLastname", "Obrienova"));
        customerUsers.update(new Change(login, change, Optional.of(generated), Optional.empty(), ACTOR));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> add("CustomerUser", login, Optional.of(Password.of(TYPED)))))
                .isNotNull();
        server.stop();
        for (int i = 0; i < 5; i++) {
            find("secret-person-ldap");
            list("secret-person");
        }
        server.start();
        configure(LDAP, "CustomerUser1", server.configuration(Map.of("userPw", BIND + "-wrong")));
        within(10).untilAsserted(() -> {
            assertThat(find("secret-person-ldap")).isInstanceOf(Answer.Unavailable.class);
            assertThat(status("CustomerUser1")
                            .orElseThrow()
                            .lastError()
                            .map(last -> last.message())
                            .orElse(""))
                    .isNotEmpty()
                    .doesNotContain(BIND);
        });
    }

    private ServiceRegistration<EventHandler> record() {
        EventHandler recorder = event -> events.add(text(event));
        return context.registerService(
                EventHandler.class,
                recorder,
                new Hashtable<>(Map.of(EventConstants.EVENT_TOPIC, new String[] {"org/clientele/*"})));
    }

    private static String text(Event event) {
        StringBuilder text = new StringBuilder(event.getTopic());
        for (String name : event.getPropertyNames()) {
            Object value = event.getProperty(name);
            text.append(' ').append(name).append('=');
            text.append(value instanceof Object[] array ? Arrays.toString(array) : String.valueOf(value));
        }
        return text.toString();
    }

    /** What {@code scr:info} and the status pages print. */
    private List<String> componentProperties() {
        return components.getComponentDescriptionDTOs().stream()
                .flatMap(description -> components.getComponentConfigurationDTOs(description).stream())
                .map(component -> component.description.name + " " + component.properties)
                .toList();
    }

    private List<String> serviceProperties() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("org.clientele."))
                .map(bundle -> bundle.getRegisteredServices())
                .flatMap(services -> services == null ? Stream.empty() : Arrays.stream(services))
                .map(SecretsTest::text)
                .toList();
    }

    private static String text(ServiceReference<?> service) {
        StringBuilder text = new StringBuilder();
        for (String key : service.getPropertyKeys()) {
            text.append(key).append('=').append(service.getProperty(key)).append(' ');
        }
        return text.toString();
    }

    private static List<String> logLines() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("karaf.data"), "log"))) {
            return files.filter(Files::isRegularFile)
                    .flatMap(SecretsTest::lines)
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
