package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientele.Actor;
import org.clientele.Actor.Door;
import org.clientele.Addition;
import org.clientele.AlreadyExistsException;
import org.clientele.Change;
import org.clientele.InvalidInputException;
import org.clientele.Password;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.StoreUnavailableException;
import org.clientele.UncertainException;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditOutcome;
import org.clientele.audit.AuditSubject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is recorded of changes of customer users, and what it costs. */
class AuditTest extends NodeTest {
    private static final String UGLY = "O'Brien Ünal カス x\"y <z> ${a}";
    private static final String SECRET = "Tr0ub4dor&3 geheim";
    private static final Actor ADMIN = new Actor("O'Brien", Door.SCREEN, "192.0.2.7");

    @ParameterizedTest
    @EnumSource(Door.class)
    void anAdditionSaysWhoFromWhereAndWhat(Door door) throws Exception {
        Actor actor = new Actor("O'Brien", door, "192.0.2.7");
        node.users().add(new Addition("CustomerUser", fields("anna"), Optional.of(Password.of(SECRET)), actor));

        AuditEntry entry = last();
        assertThat(entry)
                .returns(actor, AuditEntry::actor)
                .returns(AuditAction.ADD, AuditEntry::action)
                .returns(AuditSubject.customerUser("anna"), AuditEntry::subject)
                .returns("CustomerUser", AuditEntry::source)
                .returns(AuditOutcome.DONE, AuditEntry::outcome);
        assertThat(entry.changes())
                .contains(
                        new AuditChange("UserLastname", "", UGLY),
                        new AuditChange("UserLogin", "", "anna"),
                        AuditChange.secret("UserPassword"));
    }

    @Test
    void aChangeSaysWhatWasBefore() throws Exception {
        node.users().add(new Addition("CustomerUser", fields("anna"), Optional.empty(), ADMIN));
        change("anna", Map.of("UserLastname", "Short", "UserFirstname", "First"), Optional.empty());

        assertThat(last())
                .returns(AuditAction.UPDATE, AuditEntry::action)
                .returns(List.of(new AuditChange("UserLastname", UGLY, "Short")), AuditEntry::changes)
                .returns(AuditOutcome.DONE, AuditEntry::outcome);
        assertThat(node.query("select distinct person_id from audit_entry"))
                .as("the person is known")
                .hasSize(1)
                .doesNotContain("0");
    }

    @Test
    void noPasswordStandsInTheAudit() throws Exception {
        node.users().add(new Addition("CustomerUser", fields("anna"), Optional.of(Password.of(SECRET)), ADMIN));
        change("anna", Map.of(), Optional.of(Password.of(SECRET + "2")));

        assertThat(last().changes()).containsExactly(AuditChange.secret("UserPassword"));
        List<String> hashes = node.query("select pw from customer_user");
        assertThat(hashes).singleElement().asString().isNotEmpty();
        assertThat(whole()).contains("UserPassword").doesNotContain(SECRET, "argon2", hashes.get(0));
    }

    @Test
    void aRenameNamesBothLogins() throws Exception {
        node.add("anna");
        node.rename("anna", "berta");

        assertThat(last())
                .returns(AuditAction.RENAME, AuditEntry::action)
                .returns(AuditSubject.customerUser("anna"), AuditEntry::subject)
                .returns(Optional.of(AuditSubject.customerUser("berta")), AuditEntry::other)
                .returns(List.of(new AuditChange("UserLogin", "anna", "berta")), AuditEntry::changes)
                .returns(AuditOutcome.DONE, AuditEntry::outcome);
    }

    @Test
    void whatOthersHaveAlreadyIsRefusedWithoutTheirValues() throws Exception {
        node.add("CustomerUser", "anna", "anna@example.com");
        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> node.add("CustomerUser", "berta", "anna@example.com"));

        assertThat(last())
                .returns(AuditSubject.customerUser("berta"), AuditEntry::subject)
                .returns(AuditOutcome.REFUSED, AuditEntry::outcome)
                .returns("UserEmail: exists already", AuditEntry::note);
    }

    @Test
    void anAnswerThatIsLostIsUncertain() throws Exception {
        node.add("anna");
        seam.after("CustomerUser.update", () -> {
            throw away();
        });
        assertThatExceptionOfType(UncertainException.class)
                .isThrownBy(() -> node.update("anna", Map.of("UserFirstname", "New")));

        assertThat(last()).returns(AuditOutcome.UNCERTAIN, AuditEntry::outcome);
    }

    @Test
    void whatASourceCannotDoHasFailed() throws Exception {
        seam.before("add", () -> {
            throw new SourceUnavailableException(Reason.REQUEST, "Told to fail");
        });
        assertThatExceptionOfType(SourceUnavailableException.class).isThrownBy(() -> node.add("anna"));

        assertThat(last()).returns(AuditOutcome.FAILED, AuditEntry::outcome);
        assertThat(last().note()).contains("Told to fail");
    }

    @Test
    void inputThatBreaksARuleIsNotRecorded() throws Exception {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> node.add("CustomerUser", "anna", "no address"));
        assertThat(node.audited()).isEmpty();
    }

    @Test
    void withoutTheStoreNothingIsChanged() throws Exception {
        node.add("anna");
        seam.before("intend", () -> {
            throw new StoreUnavailableException("Told to be away");
        });
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> node.update("anna", Map.of("UserFirstname", "New")));

        seam.clear();
        assertThat(node.query("select first_name from customer_user")).containsExactly("First");
    }

    @Test
    void whoDiesInBetweenLeavesTheIntent() throws Exception {
        seam.before("release", () -> {
            throw new StoreUnavailableException("Told to be away");
        });
        seam.before("confirmAdded", () -> {
            throw new StoreUnavailableException("Told to be away");
        });
        node.add("anna");

        seam.clear();
        assertThat(last()).returns(AuditOutcome.INTENDED, AuditEntry::outcome);
        assertThat(node.find("anna")).contains("anna");
    }

    @Test
    void preferencesAreRecordedUnlessTheyStayTheSame() throws Exception {
        node.add("anna");
        node.preferences().set("anna", "UserLanguage", "de", ADMIN);
        node.preferences().set("anna", "UserLanguage", "de", ADMIN);
        node.preferences().set("anna", "UserLanguage", UGLY, ADMIN);
        node.preferences().remove("anna", "UserLanguage", ADMIN);

        assertThat(node.audited().stream()
                        .filter(entry -> entry.action() == AuditAction.PREFERENCE)
                        .flatMap(entry -> entry.changes().stream()))
                .containsExactly(
                        new AuditChange("UserLanguage", "", "de"),
                        new AuditChange("UserLanguage", "de", UGLY),
                        new AuditChange("UserLanguage", UGLY, ""));
    }

    @Test
    void longValuesAreCut() throws Exception {
        node.add("anna");
        node.preferences().set("anna", "UserLanguage", "\uD83D\uDE00".repeat(1000), ADMIN);
        node.preferences().set("anna", "UserLanguage", "de", new Actor("a".repeat(5000), Door.SHELL, ""));

        assertThat(last().actor().name()).hasSize(400).endsWith("…");
    }

    @Test
    void anAdditionPaysTwoStatementsAndNoTransaction() throws Exception {
        node.add("warm");
        node.statements().allTaken();
        node.add("anna");
        List<List<String>> threads = node.statements().allTaken();

        assertThat(threads.stream().flatMap(List::stream).filter(sql -> sql.contains("audit_entry")))
                .hasSize(2);
        assertThat(behind(threads, "insert into write_reservation").get(0))
                .as("before the transaction ends that reserves")
                .startsWith("insert into audit_entry");
        assertThat(behind(threads, "update audit_entry").get(0))
                .as("in the transaction that gives back")
                .startsWith("delete from write_reservation");
    }

    /** What a thread sent behind a statement. */
    private static List<String> behind(List<List<String>> threads, String start) {
        return threads.stream()
                .map(sent -> sent.stream()
                        .dropWhile(sql -> !sql.startsWith(start))
                        .skip(1)
                        .toList())
                .filter(rest -> !rest.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> fields(String login) {
        return Map.of(
                "UserLogin",
                login,
                "UserEmail",
                login + "@example.com",
                "UserFirstname",
                "First",
                "UserLastname",
                UGLY,
                "UserCustomerID",
                "acme");
    }

    private void change(String login, Map<String, String> fields, Optional<Password> password) throws Exception {
        node.users().update(new Change(login, fields, password, Optional.empty(), ADMIN));
    }

    private AuditEntry last() throws Exception {
        List<AuditEntry> entries = node.audited();
        return entries.get(entries.size() - 1);
    }

    /** Every text of the table. */
    private String whole() throws Exception {
        return node
                .query(
                        "select concat_ws(' ', actor, address, subject_id, other_id, source, changes, note) from audit_entry")
                .stream()
                .collect(Collectors.joining("\n"));
    }
}
