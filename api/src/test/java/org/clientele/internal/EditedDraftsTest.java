package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.clientele.SourceDrafts.KEPT;

import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.InvalidInputException;
import org.clientele.SourceDrafts.BackEnd;
import org.clientele.SourceDrafts.Draft;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;
import org.clientele.internal.Placeholders.Resolved;
import org.clientele.spi.TestRun;
import org.clientele.spi.TestableSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationPlugin;

class EditedDraftsTest {
    private static final String PID = "org.clientele.backend.sample";
    private static final String SECRET = "planted-secret ünal";
    private static final Map<String, String> STORED = Map.of(
            "host", "ldap.example.com",
            "userDn", "cn=reader",
            "userPw", SECRET,
            "trustStorePassword", "$[secret:trust]",
            "dsn", "jdbc:x://a?password=" + SECRET,
            "map.10", "UserRoom | Room | room | 1 | 0 | var | | 0 | |",
            "map.9", "UserPhone | Phone | phone | 1 | 0 | var | | 0 | |",
            "felix.fileinstall.filename", "file:/etc/x.cfg");

    private final CallThreads threads = new CallThreads();
    private final Placeholders placeholders = new Placeholders();
    private final List<Map<String, Object>> seen = new ArrayList<>();
    private Set<String> deciding = Set.of("host", "userDn", "dsn");
    private Optional<URL> example = Optional.empty();
    private EditedDrafts drafts;

    /** What an author would write. */
    private final class Sample implements TestableSource {
        @Override
        public String factoryPid() {
            return PID;
        }

        @Override
        public void test(Map<String, Object> draft, TestRun run) {
            seen.add(draft);
            run.step("look", Duration.ofSeconds(1), report -> {
                report.say("with " + draft.get("userPw"));
                return true;
            });
        }

        @Override
        public Set<String> keysThatDecideWhoGetsSecrets() {
            return deciding;
        }

        @Override
        public Optional<URL> example() {
            return example;
        }
    }

    @BeforeEach
    void start() {
        SlotConfigurations configurations = new SlotConfigurations(
                proxy(ConfigurationAdmin.class, new Configuration[] {configuration("CustomerUser3", STORED)}));
        TestedSources tests = new TestedSources(configurations, placeholders, threads, Duration.ofSeconds(5));
        tests.bindBackEnd(new Sample(), proxy(ServiceReference.class, null));
        placeholders.bindPlugin(new Resolving(), Map.of());
        drafts = new EditedDrafts(tests, configurations);
    }

    @AfterEach
    void stopThreads() {
        threads.close();
    }

    /** Replaces every placeholder, as the plug-in of Karaf does. */
    private static final class Resolving implements ConfigurationPlugin {
        @Override
        public void modifyConfiguration(ServiceReference<?> reference, Dictionary<String, Object> properties) {
            for (String key : Collections.list(properties.keys())) {
                if (String.valueOf(properties.get(key)).startsWith("$[")) {
                    properties.put(key, "resolved-" + key);
                }
            }
        }
    }

    private static <T> T proxy(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                EditedDraftsTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }

    private static Configuration configuration(String slot, Map<String, String> properties) {
        Hashtable<String, Object> all = new Hashtable<>(properties);
        all.put("service.factoryPid", PID);
        all.put("service.pid", PID + "~" + slot);
        return (Configuration) Proxy.newProxyInstance(
                EditedDraftsTest.class.getClassLoader(),
                new Class<?>[] {Configuration.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getPid") ? PID + "~" + slot : new Hashtable<>(all));
    }

    private String stored() throws Exception {
        return drafts.of("CustomerUser3").text();
    }

    private List<TestStep> test(String text) throws Exception {
        List<TestStep> told = new ArrayList<>();
        List<TestStep> steps = drafts.test(new Draft(PID, "CustomerUser3", text), told::add);
        assertThat(told).isEqualTo(steps);
        return steps;
    }

    /** The lines of a draft that is refused before anybody is asked. */
    private List<String> refused(String text) throws Exception {
        List<TestStep> steps = test(text);
        assertThat(seen).isEmpty();
        assertThat(steps).singleElement().satisfies(step -> {
            assertThat(step.name()).isEqualTo("settings");
            assertThat(step.result()).isEqualTo(Result.FAILED);
        });
        assertThat(steps.get(0).details().toString()).doesNotContain(SECRET);
        return steps.get(0).details();
    }

    @Test
    void aConfigurationIsShownWithoutItsSecretsAndWithItsPlaceholders() throws Exception {
        Draft draft = drafts.of("CustomerUser3");
        assertThat(draft.factoryPid()).isEqualTo(PID);
        assertThat(draft.instance()).isEqualTo("CustomerUser3");
        assertThat(draft.text().lines())
                .containsExactly(
                        "dsn = " + KEPT,
                        "host = ldap.example.com",
                        "map.9 = UserPhone | Phone | phone | 1 | 0 | var | | 0 | |",
                        "map.10 = UserRoom | Room | room | 1 | 0 | var | | 0 | |",
                        "trustStorePassword = $[secret:trust]",
                        "userDn = cn=reader",
                        "userPw = " + KEPT);
        assertThat(new Draft(PID, "x", SECRET).toString()).doesNotContain(SECRET);
    }

    @Test
    void whatIsKeptIsUsedWhereItGoesToTheSamePlace() throws Exception {
        List<TestStep> steps = test(stored() + "baseDn = ou=elsewhere\n");
        assertThat(steps)
                .singleElement()
                .satisfies(step -> assertThat(step.message()).isEqualTo("with •••"));
        assertThat(seen)
                .singleElement()
                .satisfies(draft -> assertThat(draft)
                        .containsEntry("userPw", SECRET)
                        .containsEntry("trustStorePassword", "resolved-trustStorePassword")
                        .containsEntry("dsn", STORED.get("dsn"))
                        .containsEntry("baseDn", "ou=elsewhere")
                        .containsEntry("service.pid", PID + "~CustomerUser3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldap.example.com", "cn=reader"})
    void whatIsKeptDoesNotGoElsewhere(String destination) throws Exception {
        String changed = stored().replace(destination, "evil.example.org");
        assertThat(refused(changed))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("userPw is stored for another destination: ")
                        .endsWith("type the value for this one"))
                .anyMatch(line -> line.startsWith("trustStorePassword is stored for another destination"));
        assertThat(refused(stored().lines()
                        .filter(line -> !line.contains(destination))
                        .reduce("", (all, line) -> all + line + "\n")))
                .as("a key that was removed")
                .isNotEmpty();
    }

    @Test
    void whatIsTypedGoesWhereItIsTypedFor() throws Exception {
        test("host = other.example.org\nuserDn = cn=me\nuserPw = typed\n");
        assertThat(seen)
                .singleElement()
                .satisfies(draft -> assertThat(draft)
                        .containsEntry("userPw", "typed")
                        .containsEntry("host", "other.example.org")
                        .doesNotContainValue(SECRET));
    }

    @Test
    void placeholdersAreUsedWhereTheyAreStoredAlone() throws Exception {
        assertThat(refused(stored().replace("$[secret:trust]", "$[secret:another]")))
                .singleElement()
                .asString()
                .startsWith("trustStorePassword has a placeholder that the stored configuration does not have there");
        assertThat(refused(stored() + "alwaysFilter = (x=$[env:PATH])\n")).hasSize(1);
        assertThat(drafts.test(new Draft(PID, "CustomerUser5", "userPw = $[secret:trust]\n"), step -> {}))
                .extracting(TestStep::name)
                .containsExactly("settings");
        assertThat(seen).isEmpty();
    }

    @Test
    void whatStandsForNoStoredSecretHasToBeTyped() throws Exception {
        assertThat(refused(stored() + "keyStorePassword = " + KEPT + "\nbaseDn = x" + KEPT + "\n"))
                .hasSize(2)
                .allMatch(line -> line.contains("there is no stored value"));
        assertThat(refused(stored().replace("cn=reader", KEPT))).anyMatch(line -> line.startsWith("userDn is " + KEPT));
    }

    @Test
    void whereABackEndNamesNoKeysEveryKeyMayDecide() throws Exception {
        deciding = Set.of();
        assertThat(refused(stored() + "colour = red\n")).allMatch(line -> line.contains("colour differ"));
        test(stored());
        assertThat(seen).hasSize(1);
    }

    @Test
    void ofTheSystemOnlyFoldersAreTold() throws Exception {
        System.setProperty("karaf.etc", "/opt/karaf/etc");
        try {
            test("trustStore = ${karaf.etc}/ca.pem\n");
            assertThat(seen.get(0)).containsEntry("trustStore", "/opt/karaf/etc/ca.pem");
        } finally {
            System.clearProperty("karaf.etc");
        }
        seen.clear();
        for (String name : List.of("java.home", "env:PATH", "user.home")) {
            assertThat(refused("# ${java.home}\nhost = ${" + name + "}.example.org\n"))
                    .singleElement()
                    .asString()
                    .startsWith("host has ${" + name + "}, which a draft may not use");
        }
    }

    /** A value within a value, of which the plug-in of Karaf makes the placeholder that nobody sees here. */
    @Test
    void placeholdersWithinPlaceholdersAreRefused() throws Exception {
        String hidden = "$[a:b;default=$[a:b;default=$][secret:name]]";
        assertThat(refused("host = evil\nuserPw = " + hidden + "\ntimeout = " + hidden + "\n"))
                .hasSize(2)
                .allMatch(line -> line.contains("has a placeholder that the stored configuration does not have there"));
    }

    @Test
    void noPlugInChangesWhatWasTyped() throws Exception {
        placeholders.bindPlugin(
                (reference, properties) -> {
                    for (String key : List.of("userPw", "host", "scope")) {
                        if (properties.get(key) != null) {
                            properties.put(key, "from the environment");
                        }
                    }
                },
                Map.of());
        test("host = other.example.org\nuserPw = typed\nscope = sub\n");
        assertThat(seen)
                .singleElement()
                .satisfies(draft -> assertThat(draft)
                        .containsEntry("userPw", "typed")
                        .containsEntry("host", "other.example.org")
                        .containsEntry("scope", "sub"));
    }

    @Test
    void aDraftDoesNotGrow() throws Exception {
        StringBuilder bomb = new StringBuilder("a0 = " + "x".repeat(10) + "\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d = ${a%d}${a%d}\n".formatted(i, i - 1, i - 1));
        }
        assertThat(refused(bomb.toString())).singleElement().asString().contains("which a draft may not use");
        assertThat(refused("a = x\nb = $\\{a}\n")).hasSize(1);
        assertThat(refused("a = x\nb = \\u0024{a}\n")).hasSize(1);
        assertThat(refused("a = " + "${karaf.etc}".repeat(8_000) + "\n")).hasSize(1);
    }

    /** Whoever types a text gets it back as it was, whether it is the secret or not. */
    @Test
    void aStoredSecretIsNotConfirmedToWhoGuessesIt() {
        for (String guess : List.of(SECRET, "another secret")) {
            Map<String, Object> raw = Map.of("userPw", SECRET, "scope", "one " + guess, "password", "typed");
            Resolved resolved = placeholders.resolve(raw, Set.of("userPw"), PID, proxy(ServiceReference.class, null));
            TestStep step =
                    new TestStep("settings", Result.FAILED, "scope is 'one " + guess + "'", List.of(), Duration.ZERO);
            assertThat(new Redaction(resolved.secrets()).of(step)).isEqualTo(step);
            assertThat(resolved.secrets()).contains("typed");
        }
    }

    @Test
    void whatTheContainerAddsIsNoPartOfADraft() throws Exception {
        test(stored() + "service.url = https://evil.example.org\nservice.x = $[secret:name]\n");
        assertThat(seen)
                .singleElement()
                .satisfies(draft -> assertThat(draft)
                        .containsEntry("userPw", SECRET)
                        .doesNotContainKeys("service.url", "service.x", "felix.fileinstall.filename"));
    }

    @Test
    void aDefaultIsASecretToo() {
        StoredValues stored = new StoredValues(Map.of("userPw", "$[secret:nope;default=hunter2]"), Set.of());
        assertThat(stored.shown()).containsEntry("userPw", KEPT);
    }

    @Test
    void aTextThatCannotBeReadIsNotRepeated() throws Exception {
        assertThat(refused("userPw = \\uplanted-secret\n"))
                .containsExactly("The text cannot be read as that of a .cfg file");
    }

    @Test
    void newDraftsBeginWithTheExampleOfTheirBackEndInAFreeSlot(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("x.cfg.example"), "# カス\nhost = a\n");
        example = Optional.of(file.toUri().toURL());
        assertThat(drafts.backEnds()).containsExactly(new BackEnd(PID, false, "# カス\nhost = a\n"));
        assertThat(drafts.freeSlots(false))
                .hasSize(10)
                .startsWith("CustomerUser", "CustomerUser1")
                .doesNotContain("CustomerUser3");
        assertThat(drafts.freeSlots(true)).hasSize(11).startsWith("CustomerCompany");
    }

    @Test
    void whoIsNotThereSaysSo() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> drafts.of("CustomerUser9"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> drafts.test(new Draft("com.example.crm", "x", ""), step -> {}))
                .withMessageContaining("com.example.crm offers no test");
    }
}
