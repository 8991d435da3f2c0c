package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.clientele.AlreadyExistsException;
import org.clientele.CustomerUser;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.SourceUnavailableException;
import org.clientele.StaleException;
import org.clientele.SuspendedException;
import org.clientele.UncertainException;
import org.clientele.authentication.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenameTest extends NodeTest {
    private static final Duration LEASE = Duration.ofSeconds(30);

    @Test
    void aRenamedPersonKeepsWhatHangsOnThePerson() throws Exception {
        node.add("john");
        node.preferences().set("john", "UserLanguage", "de");
        Token token = node.tokens().issue("john", "reset").orElseThrow();

        CustomerUser renamed = node.update("JOHN", Map.of("UserLogin", " O'Brien ", "UserFirstname", "Jack"));

        assertThat(renamed.login()).isEqualTo("O'Brien");
        assertThat(renamed.value("UserFirstname")).isEqualTo("Jack");
        assertThat(node.find("john")).isEmpty();
        assertThat(node.preferences().get("o'brien")).containsExactly(Map.entry("UserLanguage", "de"));
        assertThat(node.tokens().use("O'Brien", "reset", token.value())).isTrue();
        assertThat(node.events())
                .contains("RENAMED login=O'Brien formerLogin=john source=CustomerUser")
                .noneMatch(event -> event.startsWith("UPDATED"));
    }

    @Test
    void whoGetsTheFormerLoginInheritsNothing() throws Exception {
        node.add("john");
        node.preferences().set("john", "UserLanguage", "de");
        Token token = node.tokens().issue("john", "reset").orElseThrow();
        node.rename("john", "jack");

        node.add("CustomerUser", "john", "another@example.com");

        assertThat(node.preferences().get("john")).isEmpty();
        assertThat(node.tokens().use("john", "reset", token.value())).isFalse();
        assertThat(node.preferences().get("jack")).containsKey("UserLanguage");
    }

    @Test
    void whoIsRenamedToALoginOfSomebodyGoneInheritsNothing() throws Exception {
        node.add("mary");
        node.preferences().set("mary", "UserLanguage", "fr");
        node.execute("delete from customer_user where login = 'mary'");
        node.add("CustomerUser", "john", "john@example.com");

        node.rename("john", "mary");

        assertThat(node.preferences().get("mary")).isEmpty();
    }

    @Test
    void whoIsAddedWithALoginOfSomebodyGoneInheritsNothing() throws Exception {
        node.add("mary");
        node.preferences().set("mary", "UserLanguage", "fr");
        node.execute("delete from customer_user where login = 'mary'");

        node.add("MARY");

        assertThat(node.preferences().get("mary")).isEmpty();
    }

    @Test
    void cachedLookUpsOfBothLoginsAreForgotten() throws Exception {
        reopen(Map.of("cacheTtl", "3600"), Map.of("cacheTtl", "3600"));
        node.add("john");
        assertThat(node.users().find("john").entry()).isPresent();
        assertThat(node.users().find("jack").entry()).isEmpty();

        node.rename("john", "jack");

        assertThat(node.users().find("john").entry()).isEmpty();
        assertThat(node.users().find("jack").entry()).isPresent();
    }

    @Test
    void aLoginThatAnySourceHasIsRefused() throws Exception {
        node.add("john");
        node.add(SECOND, "mary", "mary@example.com");

        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> node.rename("john", "MARY"))
                .satisfies(e -> assertThat(e.variable()).isEqualTo("UserLogin"))
                .satisfies(e -> assertThat(e.momentary()).isFalse());
        assertThatExceptionOfType(AlreadyExistsException.class).isThrownBy(() -> node.rename("mary", "john"));
        assertThat(node.query("select id from customer_user_ref where pending_key is not null"))
                .isEmpty();
    }

    @Test
    void whileASourceThatCountsIsAwayNobodyIsRenamed() throws Exception {
        node.add("john");
        node.add(SECOND, "mary", "mary@example.com");
        seam.before("CustomerUser1.find", () -> {
            throw away();
        });

        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> node.rename("john", "jack"))
                .withMessageContaining("uniqueness");
        seam.clear();
        assertThat(node.query("select login from customer_user")).containsExactly("john");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JOHN", "John"})
    void caseAloneMayChange(String newLogin) throws Exception {
        node.add("john");
        node.preferences().set("john", "UserLanguage", "de");

        assertThat(node.rename("john", newLogin).login()).isEqualTo(newLogin);

        assertThat(node.find("john")).contains(newLogin);
        assertThat(node.preferences().get("john")).containsKey("UserLanguage");
        assertThat(node.query("select login from customer_user_ref")).containsExactly(newLogin);
    }

    @Test
    void whereCaseMattersItIsAnotherLogin() throws Exception {
        reopen(Map.of("searchCaseSensitive", "1"), Map.of("searchCaseSensitive", "1"));
        node.execute("drop index customer_user_login_key");
        node.add("john");
        node.add("CustomerUser", "John", "other@example.com");
        node.preferences().set("john", "UserLanguage", "de");
        node.preferences().set("John", "UserLanguage", "fr");

        assertThat(node.preferences().get("john")).containsValue("de");
        assertThatExceptionOfType(AlreadyExistsException.class).isThrownBy(() -> node.rename("john", "John"));
        node.rename("john", "JOHN");
        assertThat(node.preferences().get("JOHN")).containsValue("de");
        assertThat(node.preferences().get("John")).containsValue("fr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u200Bb", "a\0b"})
    void aLoginThatNobodyMayHaveIsRefusedAtItsField(String login) throws Exception {
        node.add("john");

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> node.rename("john", login))
                .satisfies(e -> assertThat(e.messages()).containsOnlyKeys("UserLogin"));
    }

    @Test
    void aLoginThatIsTooLongOrReadOnlyIsRefused() throws Exception {
        node.add("john");
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> node.rename("john", "x".repeat(192)));
        reopen(Map.of("map.4", "UserLogin | Username | login | 1 | 1 | var | | 1 | |"), Map.of());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> node.rename("john", "jack"))
                .withMessageContaining("read only");
    }

    @Test
    void aRenameThatTheSourceRefusesLeavesNothingBehind() throws Exception {
        node.add("john");
        seam.before("rename", () -> node.execute("update customer_user set first_name = 'Other'"));

        assertThatExceptionOfType(StaleException.class)
                .isThrownBy(() -> node.update("john", Map.of("UserLogin", "jack", "UserFirstname", "Mine")));

        assertThat(node.find("john")).contains("john");
        assertThat(node.query("select id from customer_user_ref where pending_key is not null"))
                .isEmpty();
        assertThat(node.query("select holder from write_reservation")).isEmpty();
    }

    @Test
    void whileARenameIsUnderWayBothLoginsAreBusyAndThePersonIsTheSame() throws Exception {
        node.add("john");
        node.preferences().set("john", "UserLanguage", "de");
        seam.before("rename", () -> {
            seam.clear();
            assertThat(node.preferences().get("john")).containsKey("UserLanguage");
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> node.preferences().get("jack"));
            for (String login : List.of("john", "jack")) {
                assertThatExceptionOfType(AlreadyExistsException.class)
                        .isThrownBy(() -> node.add(SECOND, login, "x@example.com"))
                        .satisfies(e -> assertThat(e.momentary()).isTrue());
            }
            assertThatExceptionOfType(AlreadyExistsException.class)
                    .isThrownBy(() -> node.update("john", Map.of("UserPhone", "1")))
                    .satisfies(e -> assertThat(e.momentary()).isTrue());
            seam.after("rename", () -> {
                seam.clear();
                assertThat(node.preferences().get("jack")).containsKey("UserLanguage");
                assertThatExceptionOfType(NotFoundException.class)
                        .isThrownBy(() -> node.preferences().get("john"));
            });
        });

        node.rename("john", "jack");

        assertThat(node.preferences().get("jack")).containsKey("UserLanguage");
    }

    @Test
    void aRenameWhoseAnswerIsLostIsFinishedWhenTheReservationRunsOut() throws Exception {
        reopen(Map.of("answerTimeLimit", "1"), Map.of("answerTimeLimit", "1"));
        node.add("john");
        node.preferences().set("john", "UserLanguage", "de");
        seam.after("rename", () -> {
            throw away();
        });
        assertThatExceptionOfType(UncertainException.class).isThrownBy(() -> node.rename("john", "jack"));
        seam.clear();

        assertThat(node.find("jack")).contains("jack");
        assertThat(node.preferences().get("jack")).as("in between").containsKey("UserLanguage");
        await().atMost(LEASE)
                .ignoreException(AlreadyExistsException.class)
                .untilAsserted(() -> assertThat(
                                node.update("jack", Map.of("UserPhone", "1")).login())
                        .isEqualTo("jack"));
        assertThat(node.query("select login from customer_user_ref")).containsExactly("jack");
        assertThat(node.events()).contains("RENAMED login=jack formerLogin=john source=CustomerUser");
    }

    @Test
    void whereBothLoginsAppearNeitherGetsWhatIsNotClearlyHis() throws Exception {
        node.add("john");
        node.preferences().set("john", "UserLanguage", "de");
        seam.before("rename", () -> {
            throw away();
        });
        assertThatExceptionOfType(UncertainException.class).isThrownBy(() -> node.rename("john", "jack"));
        seam.clear();
        node.execute(
                "insert into customer_user (login, email, customer_id, first_name, last_name, valid_id, create_time,"
                        + " create_by, change_time, change_by) select 'jack', 'x', customer_id, 'x', 'x', 1, create_time,"
                        + " 'x', change_time, 'x' from customer_user");

        for (String login : List.of("john", "jack")) {
            assertThatExceptionOfType(SuspendedException.class)
                    .isThrownBy(() -> node.preferences().get(login));
        }
        node.execute("delete from customer_user where login = 'jack'");
        assertThat(node.preferences().get("john")).containsKey("UserLanguage");
    }
}
