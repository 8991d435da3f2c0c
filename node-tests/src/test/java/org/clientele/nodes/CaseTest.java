package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.clientele.AlreadyExistsException;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where case matters to a source, "anna" and "Anna" are two people, and nothing of the one is the other's. */
class CaseTest extends NodeTest {

    @BeforeEach
    void caseMattersToTheSecondSource() throws Exception {
        reopen(Map.of(), Map.of("searchCaseSensitive", "1"));
        node.add(SECOND, "anna", "anna@example.com");
    }

    @Test
    void preferencesOfOneAreNotTheOthers() throws Exception {
        node.preferences().set("anna", "UserLanguage", "de");
        node.add(SECOND, "Anna", "other@example.com");

        assertThat(node.preferences().get("Anna")).isEmpty();
        node.preferences().set("Anna", "UserLanguage", "fr");

        assertThat(node.preferences().get("anna")).containsExactly(Map.entry("UserLanguage", "de"));
        assertThat(node.preferences().get("Anna")).containsExactly(Map.entry("UserLanguage", "fr"));
    }

    @Test
    void aTokenOfOneIsNotTheOthers() throws Exception {
        node.add(SECOND, "Anna", "other@example.com");
        String token = node.tokens()
                .issue("anna", "reset", Duration.ofMinutes(1))
                .orElseThrow()
                .value();

        assertThat(node.tokens().use("Anna", "reset", token)).isFalse();
        assertThat(node.tokens().use("anna", "reset", token)).isTrue();
    }

    @Test
    void anAdditionOfOneLeavesTheOtherWhatIsHers() throws Exception {
        node.preferences().set("anna", "UserLanguage", "de");

        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> node.add(SECOND, "Anna", "no address"));
        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> node.add(SECOND, "Anna", "anna@example.com"));
        node.add(SECOND, "Anna", "other@example.com");

        assertThat(node.preferences().get("anna")).containsExactly(Map.entry("UserLanguage", "de"));
    }

    @Test
    void whoGetsALoginThatIsFreeAgainInheritsNothing() throws Exception {
        node.add(SECOND, "Anna", "other@example.com");
        node.preferences().set("Anna", "UserLanguage", "fr");
        node.execute("delete from other_user where login = 'Anna'");

        node.add(SECOND, "Anna", "another@example.com");

        assertThat(node.preferences().get("Anna")).isEmpty();
    }

    @Test
    void bothHaveTheirOwnAddress() throws Exception {
        node.add(SECOND, "Anna", "other@example.com");

        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> node.update("Anna", Map.of("UserEmail", "anna@example.com")))
                .satisfies(e -> assertThat(e.variable()).isEqualTo("UserEmail"));
        node.update("Anna", Map.of("UserFirstname", "Änne"));

        assertThat(node.users().ask("anna").entry().orElseThrow().fields())
                .containsEntry("UserFirstname", List.of("First"));
    }

    @Test
    void bothAreListedAndNeitherShadowsTheOther() throws Exception {
        node.add(SECOND, "Anna", "other@example.com");

        assertThat(node.users().list(ListRequest.ALL).rows())
                .extracting("login")
                .containsExactly("Anna", "anna");
    }

    @Test
    void aSourceToWhichCaseMattersShadowsTheSameSpellingAlone() throws Exception {
        reopen(Map.of("searchCaseSensitive", "1"), Map.of());
        node.execute(
                "insert into customer_user (login, email, customer_id, first_name, last_name, valid_id, create_time, create_by,"
                        + " change_time, change_by) select 'Anna', 'other@example.com', customer_id, 'Other', last_name,"
                        + " valid_id, create_time, create_by, change_time, change_by from other_user");

        assertThat(node.users().list(ListRequest.ALL).rows())
                .extracting("login", "source")
                .containsExactly(tuple("Anna", "CustomerUser"), tuple("anna", SECOND));
        assertThat(node.users().ask("anna").entry().orElseThrow().source()).isEqualTo(SECOND);
    }

    @Test
    void aRenameToAnotherSpellingIsARename() throws Exception {
        node.preferences().set("anna", "UserLanguage", "de");

        node.rename("anna", "Anna");

        assertThat(node.find("anna")).isEmpty();
        assertThat(node.preferences().get("Anna")).containsExactly(Map.entry("UserLanguage", "de"));
    }

    @Test
    void aRenameToTheLoginOfTheOtherIsRefused() throws Exception {
        node.add(SECOND, "Anna", "other@example.com");

        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> node.rename("anna", "Anna"))
                .satisfies(e -> assertThat(e.variable()).isEqualTo("UserLogin"));
        assertThat(node.find("anna")).contains("anna");
    }
}
