package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.SourceDraft;
import org.clientele.SourceTests;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

class TestSourceCommandTest {
    private static final TestStep BIND =
            new TestStep("bind", Result.WARNED, "let in", List.of("カス\u001b[2J"), Duration.ofMillis(12));
    private static final TestStep BASE =
            new TestStep("base", Result.FAILED, "has no entry baseDn", List.of(), Duration.ofMillis(3));
    private static final TestStep ENTRIES = new TestStep("entries", Result.SKIPPED, "", List.of(), Duration.ZERO);

    private final Tests tests = new Tests();
    private final CustomerUserTestSourceCommand command = new CustomerUserTestSourceCommand();

    @TempDir
    Path folder;

    @BeforeEach
    void services() {
        command.customerUsers = new DirectoryFixture();
        command.tests = tests;
        Map<String, String> framework = Map.of("felix.fileinstall.configEncoding", "UTF-8", "karaf.base", "/opt/karaf");
        command.context = (BundleContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> framework.get(arguments[0]));
    }

    /** Answers what a test sets, and keeps what it was asked. */
    private static final class Tests implements SourceTests {
        private final List<SourceDraft> drafts = new ArrayList<>();
        private List<TestStep> steps = List.of(BIND);

        @Override
        public Set<String> slots() {
            return Set.of();
        }

        @Override
        public List<String> backEnds() {
            return List.of("org.clientele.backend.db", "org.clientele.backend.ldap");
        }

        @Override
        public List<TestStep> test(String slot, Consumer<TestStep> told) throws InvalidInputException {
            if (slot.equals("CustomerUser9")) {
                throw new InvalidInputException("source", Fault.other("The back end csv offers no test"));
            }
            return steps;
        }

        @Override
        public List<TestStep> test(SourceDraft draft, Consumer<TestStep> told) {
            drafts.add(draft);
            return steps;
        }
    }

    private Path file(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        return Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    @Test
    void aTableForPeopleAndALinePerDetail() throws Exception {
        command.source = "CustomerUser1";
        assertThat(Output.of(command).text().lines())
                .anyMatch(line -> line.matches("bind .*warned .*12 ms .*let in.*"))
                .endsWith("bind: カス\\u001b[2J");
    }

    @Test
    void tabsForScripts() throws Exception {
        command.source = "CustomerUser1";
        command.noFormat = true;
        tests.steps = List.of(BIND, ENTRIES);
        assertThat(Output.of(command).text().lines())
                .containsExactly("bind\twarned\t12 ms\tlet in", "bind\tdetail\t\tカス\\u001b[2J", "entries\tskipped\t\t");
    }

    @Test
    void aFailedStepEndsTheCommandWithOneLineThatNamesIt() {
        command.source = "CustomerUser1";
        tests.steps = List.of(BIND, BASE, ENTRIES);
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> Output.of(command))
                .withMessage("The test failed at base: has no entry baseDn");
    }

    @Test
    void aBackEndWithoutATestSaysSo() {
        command.source = "CustomerUser9";
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> Output.of(command))
                .withMessageContaining("offers no test");
    }

    @Test
    void eitherASourceOrAFile() {
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> Output.of(command))
                .withMessage("Name a source, or a file with --file.");
    }

    @Test
    void aFileIsReadAsKarafReadsIt() throws Exception {
        command.file = file("org.clientele.backend.ldap-CustomerUser5.cfg.example", """
                        # a comment
                        host = ldaps://a \\
                            ldaps://b
                        path = ${karaf.base}/x
                        userPw = $[secret:ldap]
                        name = Ünal カス
                        map.3 = UserRoom | Room | room | 0 | 1 | var | | 0 | |
                        """)
                .toString();
        Output.of(command);
        SourceDraft draft = tests.drafts.get(0);
        assertThat(draft.factoryPid()).isEqualTo("org.clientele.backend.ldap");
        assertThat(draft.instance()).isEqualTo("CustomerUser5");
        assertThat(draft.properties())
                .containsOnly(
                        Map.entry("host", "ldaps://a ldaps://b"),
                        Map.entry("path", "/opt/karaf/x"),
                        Map.entry("userPw", "$[secret:ldap]"),
                        Map.entry("name", "Ünal カス"),
                        Map.entry("map.3", "UserRoom | Room | room | 0 | 1 | var | | 0 | |"));
    }

    @Test
    void aFileOfAnyNameNeedsTheBackEnd() throws Exception {
        command.file = file("draft.cfg", "table = x\n").toString();
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> Output.of(command))
                .withMessageContaining("--back-end")
                .withMessageContaining("org.clientele.backend.db");
        command.backEnd = "db";
        Output.of(command);
        assertThat(tests.drafts.get(0)).hasToString("SourceDraft[org.clientele.backend.db ]");
    }

    @Test
    void whatIsNoCfgFileIsRefusedAndNotRepeated() throws Exception {
        command.backEnd = "db";
        command.file = file("draft.json", "{}").toString();
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> Output.of(command))
                .withMessageContaining("is no .cfg file");
        command.file = folder.resolve("absent.cfg").toString();
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> Output.of(command))
                .withMessageContaining("There is no file");
        Path latin = folder.resolve("latin.cfg");
        Files.write(latin, "userPw = Ünal-secret".getBytes(StandardCharsets.ISO_8859_1));
        command.file = latin.toString();
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> Output.of(command))
                .withMessageContaining("cannot be read")
                .withMessageNotContaining("secret");
    }
}
