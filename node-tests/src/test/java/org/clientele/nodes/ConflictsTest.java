package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.unboundid.ldap.sdk.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientele.Actor;
import org.clientele.CustomerUser;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.StaleException;
import org.clientele.StoreUnavailableException;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditOutcome;
import org.clientele.conflict.Conflict;
import org.clientele.conflict.Conflict.ShadowedLogin;
import org.clientele.conflict.Conflict.SharedEmail;
import org.clientele.conflict.Conflict.SuspendedReference;
import org.clientele.conflict.Conflict.UnfinishedRename;
import org.clientele.conflict.Conflict.UnfinishedRename.Place;
import org.clientele.conflict.Conflict.UnfinishedRename.Renamed;
import org.clientele.conflict.ConflictKind;
import org.clientele.conflict.ConflictPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What does not fit together, over a table and a directory behind it. */
class ConflictsTest {
    private static final Actor ADMIN = new Actor("O'Neil ${a}", Actor.Door.SCREEN, "192.0.2.7");
    private static final Actor ACTOR = Actor.program("test");

    @RegisterExtension
    final LdapServer ldap = new LdapServer();

    private Node open() throws Exception {
        return open(new Seam());
    }

    private Node open(Seam seam) throws Exception {
        return Node.open(
                "jdbc:h2:mem:" + UUID.randomUUID(),
                seam,
                Map.of(
                        "CustomerUser",
                        Map.of("answerTimeLimit", "20"),
                        "CustomerUser1",
                        ldap.source("CustomerUser1", Map.of("vendor", "openldap"))));
    }

    private Entry person(String login, String mail) throws Exception {
        Entry entry = new Entry("employeeNumber=" + Integer.toHexString(login.hashCode()) + "," + LdapServer.BASE);
        entry.addAttribute("objectClass", "inetOrgPerson");
        entry.addAttribute("employeeNumber", Integer.toHexString(login.hashCode()));
        entry.addAttribute("uid", login);
        entry.addAttribute("cn", login);
        entry.addAttribute("sn", login);
        entry.addAttribute("mail", mail);
        ldap.server().add(entry);
        return entry;
    }

    /** All portions, one conflict or portion of records at a time. */
    private static List<Conflict> all(Node node, ConflictKind kind, int limit) throws Exception {
        List<Conflict> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            ConflictPage page = node.conflicts().find(kind, after, limit);
            assertThat(page.incomplete()).isFalse();
            all.addAll(page.conflicts());
            after = page.next();
        } while (after.isPresent());
        return all;
    }

    @Test
    void shadowedLoginsAreFoundWhateverTheirCaseEachOnce() throws Exception {
        List<String> shared = List.of("O'Brien", "Ünal", "カス", "x*y (z)");
        try (Node node = open()) {
            for (String login : shared) {
                node.add(login);
                person(login.toUpperCase(Locale.ROOT), login.length() + "@ldap.example.org");
            }
            node.add("only here");
            for (int i = 0; i < 260; i++) {
                person("person" + i, i + "@example.org");
            }
            for (int limit : List.of(1, 200)) {
                assertThat(all(node, ConflictKind.SHADOWED_LOGIN, limit))
                        .hasOnlyElementsOfType(ShadowedLogin.class)
                        .extracting(
                                conflict -> ((ShadowedLogin) conflict).owner().login())
                        .containsExactlyInAnyOrderElementsOf(shared);
            }
            ConflictPage page = node.conflicts().find(ConflictKind.SHADOWED_LOGIN, Optional.empty(), 200);
            assertThat(page.walked()).as("the first source is not walked").isEqualTo(264);
            assertThat(page.conflicts().get(0).advice()).contains("CustomerUser");
        }
    }

    @Test
    void sharedAddressesAreFoundButForTheSameLogin() throws Exception {
        try (Node node = open()) {
            node.add("CustomerUser", "O'Brien", "O'Brien@Example.org");
            node.add("CustomerUser", "same", "same@example.org");
            person("ünal", "o'brien@example.ORG");
            person("same", "same@example.org");
            person("other", "other@example.org");

            assertThat(all(node, ConflictKind.SHARED_EMAIL, 1)).singleElement().satisfies(conflict -> {
                SharedEmail shared = (SharedEmail) conflict;
                assertThat(shared.earlier().login()).isEqualTo("O'Brien");
                assertThat(shared.later().login()).isEqualTo("ünal");
            });
        }
    }

    @Test
    void anAddressThatVeryManyHaveIsToldWithTenOfThem() throws Exception {
        try (Node node = open()) {
            for (int i = 0; i < 15; i++) {
                node.add("O'Brien" + i);
            }
            node.execute("update customer_user set email = 'nobody@example.org'");
            person("ünal", "NOBODY@example.org");
            person("カス", "nobody@example.org");

            for (int limit : List.of(1, 5, 200)) {
                assertThat(all(node, ConflictKind.SHARED_EMAIL, limit))
                        .hasSize(20)
                        .extracting(conflict -> ((SharedEmail) conflict).later().login())
                        .containsOnly("ünal", "カス");
            }
        }
    }

    @Test
    void aSuspendedReferenceIsTheSamePersonIfSomebodySaysSo() throws Exception {
        try (Node node = open()) {
            SuspendedReference conflict = suspended(node);
            assertThat(conflict.user().disabledHere())
                    .as("a mark counts until somebody decides")
                    .isPresent();

            node.conflicts().samePerson("O'Brien", conflict.remembered(), conflict.told(), ACTOR);

            assertThat(all(node, ConflictKind.SUSPENDED_REFERENCE, 1)).isEmpty();
            assertThat(node.preferences().get("O'Brien")).containsEntry("UserLanguage", "de");
            assertThat(node.users().ask("O'Brien").entry().orElseThrow().disabledHere())
                    .isPresent();
            assertThatExceptionOfType(StaleException.class)
                    .isThrownBy(() ->
                            node.conflicts().anotherPerson("O'Brien", conflict.remembered(), conflict.told(), ACTOR));
            assertThat(node.preferences().get("O'Brien")).containsEntry("UserLanguage", "de");
        }
    }

    @Test
    void aSuspendedReferenceIsSomebodyElseWhoInheritsNothingIfSomebodySaysSo() throws Exception {
        try (Node node = open()) {
            SuspendedReference conflict = suspended(node);

            CustomerUser user =
                    node.conflicts().anotherPerson("o'brien", conflict.remembered(), conflict.told(), ACTOR);

            assertThat(user.disabledHere()).isEmpty();
            assertThat(all(node, ConflictKind.SUSPENDED_REFERENCE, 1)).isEmpty();
            assertThat(node.preferences().get("O'Brien")).isEmpty();
            node.preferences().set("O'Brien", "UserLanguage", "fr");
            assertThat(node.query("select count(*) from customer_user_preference"))
                    .containsExactly("3");
        }
    }

    /** Somebody with preferences and a mark whose entry was made anew, among others. */
    private SuspendedReference suspended(Node node) throws Exception {
        person("before", "b@example.org");
        node.preferences().set("before", "UserLanguage", "en");
        Entry entry = person("O'Brien", "o@example.org");
        node.preferences().set("O'Brien", "UserLanguage", "de");
        node.disabling().disable("O'Brien", "", ACTOR);
        ldap.server().delete(entry.getDN());
        ldap.server().add(entry);
        List<Conflict> found = all(node, ConflictKind.SUSPENDED_REFERENCE, 1);
        assertThat(found).hasSize(1);
        return (SuspendedReference) found.get(0);
    }

    @Test
    void anUnfinishedRenameIsFinishedOrTakenBack() throws Exception {
        try (Node node = open()) {
            node.add("O'Brien");
            node.add("anna");
            node.preferences().set("O'Brien", "UserLanguage", "de");
            node.preferences().set("anna", "UserLanguage", "fr");
            node.execute(
                    "update customer_user_ref set pending_key = 'x', pending_login = 'X' where login = 'O''Brien'",
                    "update customer_user_ref set pending_key = 'berta', pending_login = 'Berta' where login = 'anna'",
                    "update customer_user set login = 'X' where login = 'O''Brien'");

            List<Conflict> found = all(node, ConflictKind.UNFINISHED_RENAME, 10);

            for (Conflict conflict : found) {
                UnfinishedRename rename = (UnfinishedRename) conflict;
                assertThat(rename.place()).isEqualTo(rename.id().equals("anna") ? Place.FORMER : Place.NEW);
                finish(node, rename);
                assertThatExceptionOfType(NotFoundException.class)
                        .isThrownBy(() -> node.conflicts().finish(rename, ACTOR));
            }
            assertThat(all(node, ConflictKind.UNFINISHED_RENAME, 10)).isEmpty();
            assertThat(node.preferences().get("X")).containsEntry("UserLanguage", "de");
            assertThat(node.preferences().get("anna")).containsEntry("UserLanguage", "fr");
        }
    }

    /** Who sweeps the store from time to time may be quicker. */
    private static void finish(Node node, UnfinishedRename rename) throws Exception {
        try {
            assertThat(node.conflicts().finish(rename, ACTOR)).isEqualTo(rename.place());
        } catch (NotFoundException settledMeanwhile) {
            assertThat(all(node, ConflictKind.UNFINISHED_RENAME, 10)).doesNotContain(rename);
        }
    }

    @Test
    void whoFinishesARenameStandsInTheAuditWithWhatBecameOfIt() throws Exception {
        Seam seam = new Seam();
        seam.before("unfinished", () -> {
            throw new StoreUnavailableException("Who sweeps would be quicker");
        });
        try (Node node = open(seam)) {
            for (String login : List.of("O'Brien", "anna", "both", "Both2")) {
                node.add(login);
            }
            int before = node.audited().size();
            node.execute(
                    "update customer_user_ref set pending_key = 'x', pending_login = 'X' where login = 'O\'\'Brien'",
                    "update customer_user_ref set pending_key = 'berta', pending_login = 'Berta' where login = 'anna'",
                    "update customer_user_ref set pending_key = 'both2', pending_login = 'Both2' where login = 'both'",
                    "update customer_user set login = 'X' where login = 'O\'\'Brien'");
            String source = node.query("select distinct source_id from customer_user_ref")
                    .get(0);
            for (String login : List.of("O'Brien X", "anna Berta", "both Both2")) {
                String[] logins = login.split(" ");
                node.conflicts()
                        .finish(
                                new UnfinishedRename(
                                        Renamed.CUSTOMER_USER, logins[0], logins[1], source, Place.UNKNOWN),
                                ADMIN);
            }

            List<AuditEntry> entries =
                    node.audited().subList(before, node.audited().size());
            assertThat(entries)
                    .allMatch(entry -> entry.actor().equals(ADMIN) && entry.action() == AuditAction.RENAME)
                    .extracting(
                            entry -> entry.subject().id(),
                            entry -> entry.other().orElseThrow().id(),
                            AuditEntry::outcome)
                    .containsExactly(
                            tuple("O'Brien", "X", AuditOutcome.DONE),
                            tuple("anna", "Berta", AuditOutcome.DONE),
                            tuple("both", "Both2", AuditOutcome.FAILED));
            assertThat(entries)
                    .extracting(AuditEntry::note)
                    .satisfiesExactly(
                            note -> assertThat(note).isEqualTo("finished later"),
                            note -> assertThat(note).startsWith("taken back"),
                            note -> assertThat(note).startsWith("still unfinished"));
        }
    }

    @Test
    void aSourceThatIsAwayIsNamedAndThePortionsStayIncomplete() throws Exception {
        try (Node node = open()) {
            node.add("anna");
            person("anna", "a@example.org");
            person("berta", "b@example.org");
            ldap.server().shutDown(true);

            ConflictPage page = node.conflicts().find(ConflictKind.SHADOWED_LOGIN, Optional.empty(), 200);

            assertThat(page.conflicts()).isEmpty();
            assertThat(page.incomplete()).isTrue();
            assertThat(page.sources()).anyMatch(report -> !report.outcome().answered());
        }
    }

    @Test
    void cursorsAndLimitsThatAreNoneAreRefused() throws Exception {
        try (Node node = open()) {
            for (ConflictKind kind : ConflictKind.values()) {
                assertThatExceptionOfType(InvalidInputException.class)
                        .isThrownBy(() -> node.conflicts().find(kind, Optional.empty(), 0));
                assertThatExceptionOfType(InvalidInputException.class)
                        .isThrownBy(() -> node.conflicts().find(kind, Optional.empty(), 201));
            }
            for (String cursor :
                    List.of("", "x", "1.", "1.x", "-1.5", "1.${a}", "9".repeat(30) + ".1", "1." + "9".repeat(30))) {
                assertThatExceptionOfType(InvalidInputException.class)
                        .as(cursor)
                        .isThrownBy(
                                () -> node.conflicts().find(ConflictKind.SUSPENDED_REFERENCE, Optional.of(cursor), 1));
                assertThatExceptionOfType(InvalidInputException.class)
                        .as(cursor)
                        .isThrownBy(() -> node.conflicts().find(ConflictKind.SHADOWED_LOGIN, Optional.of(cursor), 1));
            }
        }
    }
}
