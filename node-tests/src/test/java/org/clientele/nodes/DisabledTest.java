package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientele.Actor;
import org.clientele.Change;
import org.clientele.CustomerUser;
import org.clientele.DirectoryEntry;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.clientele.NotFoundException;
import org.clientele.Password;
import org.clientele.Validity;
import org.clientele.authentication.SignIn;
import org.junit.jupiter.api.Test;

/** Who was disabled here although his source takes no changes. */
class DisabledTest {
    private static final List<String> LOGINS = List.of("anna", "O'Brien", "Ünal", "カス", "x\"y <z>");

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    /** A table that was filled while it took changes. */
    private Node open(Map<String, String> keys) throws Exception {
        try (Node filled = node(Map.of())) {
            for (String login : LOGINS) {
                if (filled.find(login).isEmpty()) {
                    filled.add(login);
                }
            }
        }
        return node(keys);
    }

    private Node node(Map<String, String> keys) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("answerTimeLimit", "20"));
        all.putAll(keys);
        return Node.open(url, new Seam(), Map.of("CustomerUser", all));
    }

    private static List<String> listed(Node node, boolean includeInvalid) throws Exception {
        return node.users().list(ListRequest.ALL.withIncludeInvalid(includeInvalid)).rows().stream()
                .map(DirectoryEntry::id)
                .toList();
    }

    @Test
    void whoIsDisabledIsInvalidEverywhereAndComesBackWhole() throws Exception {
        try (Node node = open(Map.of("readOnly", "1", "cacheTtl", "60"))) {
            node.users().find("O'Brien");
            CustomerUser disabled =
                    node.disabling().disable("o'brien", " left \uD83D\uDE00 <b> ${a} ", Actor.program("O'Neil"));

            assertThat(disabled.validity()).isEqualTo(Validity.INVALID);
            assertThat(node.users().find("O'Brien").entry()).contains(disabled);
            assertThat(disabled.disabledHere()).hasValueSatisfying(mark -> {
                assertThat(mark.by()).isEqualTo("O'Neil");
                assertThat(mark.comment()).isEqualTo("left \uD83D\uDE00 <b> ${a}");
            });
            assertThat(listed(node, false)).hasSize(4).doesNotContain("O'Brien");
            assertThat(listed(node, true)).hasSize(5).contains("O'Brien");
            assertThat(node.users().count(ListRequest.ALL).total().atMost()).hasValue(4);
            assertThat(node.tokens().issue("O'Brien", "reset", Duration.ofHours(1)))
                    .isEmpty();
            assertThat(node.events()).containsExactly("UPDATED login=O'Brien source=CustomerUser");

            CustomerUser enabled = node.disabling().enable("O'Brien", Actor.program("O'Neil"));
            assertThat(enabled.validity()).isEqualTo(Validity.VALID);
            assertThat(enabled.disabledHere()).isEmpty();
            assertThat(node.users().find("O'Brien").entry()).contains(enabled);
            assertThat(listed(node, false)).hasSize(5);
        }
    }

    @Test
    void whoIsDisabledDoesNotSignIn() throws Exception {
        try (Node filled = open(Map.of())) {
            Password password = Password.of("geheim");
            for (String login : LOGINS) {
                filled.users()
                        .update(new Change(
                                login, Map.of(), Optional.of(password), Optional.empty(), Actor.program("test")));
            }
        }
        try (Node node = open(Map.of("readOnly", "1"));
                Node other = node(Map.of("readOnly", "1"))) {
            node.disabling().disable("O'Brien", "", Actor.program("test"));

            assertThat(node.signIn("o'brien", "geheim")).isInstanceOf(SignIn.Refused.class);
            assertThat(other.signIn("O'BRIEN", "geheim")).isInstanceOf(SignIn.Refused.class);
            assertThat(other.signIn("anna", "geheim")).isInstanceOf(SignIn.Accepted.class);
            node.disabling().enable("O'Brien", Actor.program("test"));
            assertThat(other.signIn("o'brien", "geheim")).isInstanceOf(SignIn.Accepted.class);
        }
    }

    @Test
    void aSourceThatTakesChangesLaterEnablesNobody() throws Exception {
        try (Node node = open(Map.of("readOnly", "1"))) {
            node.disabling().disable("カス", "", Actor.program("test"));
        }
        try (Node node = open(Map.of())) {
            assertThat(node.users().find("カス").entry())
                    .map(CustomerUser::validity)
                    .contains(Validity.INVALID);
            node.rename("カス", "x");
            assertThat(node.users().ask("x").entry())
                    .map(CustomerUser::disabledHere)
                    .isPresent();
            node.disabling().enable("x", Actor.program("test"));
            assertThat(listed(node, false)).contains("x");
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> node.disabling().disable("x", "", Actor.program("test")))
                    .withMessageContaining("set the validity");
        }
    }

    @Test
    void whatDoesNotFitIsRefused() throws Exception {
        try (Node node = open(Map.of("readOnly", "1"))) {
            for (String comment : List.of("x".repeat(251), "two\nlines", "\0")) {
                assertThatExceptionOfType(InvalidInputException.class)
                        .isThrownBy(() -> node.disabling().disable("anna", comment, Actor.program("test")));
            }
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> node.disabling().disable("nobody", "", Actor.program("test")));
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> node.disabling().enable("nobody", Actor.program("test")));
            node.disabling().disable("anna", "\uD83D\uDE00".repeat(250), Actor.program("test"));
            assertThat(node.disabling().enable("Ünal", Actor.program("test")).validity())
                    .isEqualTo(Validity.VALID);
        }
    }

    @Test
    void anotherNodeSeesItWhereItCountsAtOnce() throws Exception {
        try (Node one = open(Map.of("readOnly", "1"));
                Node other = node(Map.of("readOnly", "1"))) {
            assertThat(listed(other, false)).hasSize(5);
            one.disabling().disable("anna", "", Actor.program("test"));

            assertThat(other.tokens().issue("anna", "reset", Duration.ofHours(1)))
                    .isEmpty();
            assertThat(other.access().effective().groups("anna")).isEmpty();
            await().atMost(Node.PATIENCE)
                    .untilAsserted(() -> assertThat(listed(other, false)).hasSize(4));
        }
    }
}
