package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clientele.Actor;
import org.clientele.AlreadyExistsException;
import org.clientele.CustomerUser;
import org.clientele.DirectoryException;
import org.clientele.DisabledHere;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.StaleException;
import org.clientele.StoreUnavailableException;
import org.clientele.UncertainException;
import org.clientele.Validity;
import org.clientele.access.Holder;
import org.clientele.privacy.Anonymisation;
import org.clientele.privacy.AnonymisationPlan;
import org.clientele.privacy.Anonymised;
import org.clientele.privacy.FieldPlan;
import org.clientele.privacy.FieldPlan.Fate;
import org.clientele.privacy.KeptData;
import org.clientele.privacy.Obstacle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anonymising, over whole databases: what is gone has to be gone everywhere. */
class AnonymisingTest extends ProtectionFixture {
    private Node other;

    /** Who goes on where the first one was interrupted. */
    @BeforeAll
    void openAnother() throws Exception {
        other = CompanyNodes.open(url, new Seam());
    }

    @AfterAll
    void closeTheOther() throws Exception {
        other.close();
    }

    @Test
    void nothingOfThePersonIsFoundAnywhere() throws Exception {
        WholeDatabase.assertKnows(url, person.secrets(true));
        AnonymisationPlan plan = node.protection().plan(person.login());

        Anonymised done = node.protection().anonymise(Anonymisation.asPlanned(plan, Actor.program("admin")));

        WholeDatabase.assertKnowsNothingOf(url, person.secrets(true));
        assertThat(done.login()).isEqualTo(plan.neutralName()).matches("anonymised-[0-9]{14}-[0-9]{4}");
        assertThat(done.record()).isTrue();
        assertThat(done.erased())
                .isEqualTo(new KeptData(2, 1, 1, 1, 0, plan.kept().auditEntries()))
                .isEqualTo(plan.kept());
        assertThat(done.left()).isEmpty();
        assertThat(node.find(person.login())).isEmpty();
    }

    @Test
    void thePlanSaysExactlyWhatTheRecordIsAfterwards() throws Exception {
        AnonymisationPlan plan = node.protection().plan(person.login());

        node.protection().anonymise(Anonymisation.asPlanned(plan, Actor.program("admin")));

        CustomerUser after = node.users().ask(plan.neutralName()).entry().orElseThrow();
        for (FieldPlan field : plan.fields()) {
            String variable = field.field().variable();
            assertThat(field.now()).as(variable).isNotEmpty();
            String expected = variable.equals("UserLogin") ? plan.neutralName() : field.afterwards();
            assertThat(after.value(variable)).as(variable).isEqualTo(expected);
        }
        assertThat(after.fields().keySet()).isSubsetOf(variables(plan));
        assertThat(after.validity()).isEqualTo(Validity.INVALID);
        assertThat(after.value("UserCustomerID")).isEqualTo("acme");
        assertThat(after.value("UserEmail")).isEqualTo(plan.neutralName() + "@example.invalid");
        assertThat(fate(plan, "UserFirstname")).isEqualTo(Fate.REPLACED);
        assertThat(fate(plan, "UserPhone")).isEqualTo(Fate.EMPTIED);
        assertThat(fate(plan, "UserCustomerID")).isEqualTo(Fate.KEPT);
    }

    private static List<String> variables(AnonymisationPlan plan) {
        return plan.fields().stream().map(field -> field.field().variable()).toList();
    }

    private static Fate fate(AnonymisationPlan plan, String variable) {
        return plan.fields().stream()
                .filter(field -> field.field().variable().equals(variable))
                .map(FieldPlan::fate)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLoginMayStayAndThePasswordIsGoneAllTheSame() throws Exception {
        AnonymisationPlan plan = node.protection().plan(person.login());
        String hash = node.query("select pw from customer_user where valid_id = 1 and pw is not null")
                .get(0);

        node.protection()
                .anonymise(new Anonymisation(
                        person.login(), plan.neutralName(), true, plan.version(), Actor.program("admin")));

        WholeDatabase.assertKnowsNothingOf(url, person.secrets(false));
        WholeDatabase.assertKnowsNothingOf(url, List.of(hash));
        assertThat(node.find(person.login())).isPresent();
        assertThat(node.preferences().get(person.login())).isEmpty();
        assertThat(node.access().permissions().of(new Holder.CustomerUser(person.login())))
                .isEmpty();
        assertThat(node.access().assignments().assigned(person.login())).isEmpty();
        assertThat(node.tokens().use(person.login(), "password-reset", person.token()))
                .isFalse();
    }

    @Test
    void theAuditSaysThatItWasDoneAndNotOfWhom() throws Exception {
        String login = anonymise(person.login()).login();
        node.protection().export(login, Actor.program("admin"));

        assertThat(node.query("select concat(action, ' ', outcome, ' ', subject_id) from audit_entry"
                        + " where action in ('ANONYMISE', 'EXPORT') order by id"))
                .containsExactly("ANONYMISE DONE " + login, "EXPORT DONE " + login);
        assertThat(node.query("select distinct subject_id from audit_entry where action in ('ADD', 'PREFERENCE')"
                        + " and subject_kind = 'CUSTOMER_USER' and subject_id <> 'anna'"))
                .containsExactly(login);
        assertThat(node.query("select id from audit_entry where action in ('RENAME', 'UPDATE')"))
                .isEmpty();
        assertThat(node.query("select changes from audit_entry where action = 'ANONYMISE'")
                        .get(0))
                .contains("UserFirstname", "UserPhone");
    }

    @Test
    void othersLoseNothing() throws Exception {
        node.preferences().set("anna", "UserLanguage", "de", Actor.program("test"));
        List<String> before = node.query("select first_name from customer_user where login = 'anna'");

        anonymise(person.login());

        assertThat(node.preferences().get("anna")).containsOnlyKeys("UserLanguage");
        assertThat(node.query("select first_name from customer_user where login = 'anna'"))
                .isEqualTo(before);
        assertThat(node.access().assignments().assigned("anna")).containsExactly("acme");
    }

    @Test
    void whoWasGoneBeforeIsForgottenToo() throws Exception {
        node.execute("delete from customer_user where first_name like 'Ünal%'");
        ProtectedPerson next = new ProtectedPerson(person.login(), "acme");
        next.add(node, CustomerRenameFixture.USERS, group, "else");
        AnonymisationPlan plan = node.protection().plan(person.login());

        node.protection().anonymise(Anonymisation.asPlanned(plan, Actor.program("admin")));

        assertThat(plan.kept())
                .isEqualTo(new KeptData(4, 2, 2, 2, 1, plan.kept().auditEntries()));
        WholeDatabase.assertKnowsNothingOf(url, next.secrets(true));
        WholeDatabase.assertKnowsNothingOf(url, person.preferences().values());
    }

    @Test
    void aRecordThatWasChangedSinceIsLeftAlone() throws Exception {
        AnonymisationPlan plan = node.protection().plan(person.login());
        node.update(person.login(), Map.of("UserCity", "Elsewhere"));

        assertThatExceptionOfType(StaleException.class)
                .isThrownBy(() -> node.protection().anonymise(Anonymisation.asPlanned(plan, Actor.program("admin"))));

        assertThat(node.preferences().get(person.login())).isEqualTo(person.preferences());
        assertThat(node.find(person.login())).isPresent();
    }

    @Test
    void aLoginThatIsTakenOrNoneAtAllChangesNothing() throws Exception {
        AnonymisationPlan plan = node.protection().plan(person.login());
        for (String login : List.of("ANNA", "", " ", "a\0b", "x".repeat(500))) {
            assertThatExceptionOfType(DirectoryException.class)
                    .isThrownBy(() -> node.protection()
                            .anonymise(new Anonymisation(
                                    person.login(), login, false, plan.version(), Actor.program("admin"))))
                    .isInstanceOfAny(InvalidInputException.class, AlreadyExistsException.class);
        }
        assertThat(node.preferences().get(person.login())).isEqualTo(person.preferences());
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> node.protection().plan("nobody"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"forget", "erase", "begin", "CustomerUser.rename", "rename", "finish"})
    void whereverItIsInterruptedDoingItAgainCompletesIt(String step) throws Exception {
        boolean store = !step.contains("rename");
        Seam.Action failure = () -> {
            seam.clear();
            throw store ? new StoreUnavailableException("Told to be away") : NodeTest.away();
        };
        if (step.equals("rename")) {
            seam.after("CustomerUser.rename", failure);
        } else {
            seam.before(step, failure);
        }
        AnonymisationPlan plan = node.protection().plan(person.login());
        try {
            node.protection().anonymise(Anonymisation.asPlanned(plan, Actor.program("admin")));
        } catch (StoreUnavailableException | UncertainException e) {
            assertThat(e).isNotNull();
        }
        seam.clear();

        node.execute("delete from write_reservation"); // the lease of the one who died has run out
        String login = other.find(person.login()).orElse(plan.neutralName());
        other.protection().anonymise(Anonymisation.asPlanned(other.protection().plan(login), Actor.program("admin")));

        WholeDatabase.assertKnowsNothingOf(url, person.secrets(true));
        assertThat(node.query("select id from customer_user_ref where pending_key is not null"))
                .isEmpty();
    }

    /** Whoever sets a preference just before the record changes. */
    @Test
    void whatComesInBetweenIsGoneToo() throws Exception {
        seam.before("CustomerUser.rename", () -> {
            seam.clear();
            node.preferences()
                    .set(
                            person.login(),
                            "UserLanguage",
                            person.preferences().get("UserLanguage"),
                            Actor.program("test"));
        });

        anonymise(person.login());

        WholeDatabase.assertKnowsNothingOf(url, person.secrets(true));
    }

    @Test
    void ofAReadOnlySourceWhatTheDirectoryKeepsIsWiped() throws Exception {
        CompanyNodes.foreigner(node, "dora", "acme");
        ProtectedPerson dora = new ProtectedPerson("dora", "acme");
        dora.hang(node, group, "else");
        AnonymisationPlan plan = node.protection().plan("dora");

        Anonymised done = node.protection().anonymise(Anonymisation.asPlanned(plan, Actor.program("admin")));

        assertThat(plan.writable()).isFalse();
        assertThat(plan.loginChangeable()).isFalse();
        assertThat(plan.fields()).extracting(FieldPlan::fate).containsOnly(Fate.KEPT, Fate.LEFT);
        assertThat(plan.obstacles()).extracting(Obstacle::kind).containsExactly(Obstacle.Kind.READ_ONLY_SOURCE);
        assertThat(done.record()).isFalse();
        assertThat(done.login()).isEqualTo("dora");
        assertThat(node.find("dora")).isPresent();
        WholeDatabase.assertKnowsNothingOf(url, dora.preferences().values());
    }

    @Test
    void whoWasDisabledHereStaysSoAndOnlyTheCommentIsWiped() throws Exception {
        CompanyNodes.foreigner(node, "dora", "acme");
        String comment = "ill since May, x\"y <z> ${a} " + UUID.randomUUID();
        node.disabling().disable("dora", comment, Actor.program("boss"));
        AnonymisationPlan plan = node.protection().plan("dora");
        WholeDatabase.assertKnows(url, List.of(comment));

        node.protection().anonymise(Anonymisation.asPlanned(plan, Actor.program("admin")));

        assertThat(plan.obstacles())
                .extracting(Obstacle::kind)
                .containsExactly(Obstacle.Kind.READ_ONLY_SOURCE, Obstacle.Kind.DISABLED_HERE);
        WholeDatabase.assertKnowsNothingOf(url, List.of(comment));
        assertThat(disabled("dora").comment()).isEmpty();
        assertThat(disabled("dora").by()).isEqualTo("boss");
    }

    /** The next one with her login came by another way than this directory, so nobody said what became of her. */
    @Test
    void whoeverIsForgottenIsNotLetInAgain() throws Exception {
        CompanyNodes.foreigner(node, "dora", "acme");
        String comment = "stole " + UUID.randomUUID();
        node.disabling().disable("dora", comment, Actor.program("boss"));
        node.preferences().set("dora", "UserLanguage", "de", Actor.program("test"));
        node.execute(
                "insert into customer_user (login, email, customer_id, first_name, last_name, valid_id, create_time, create_by,"
                        + " change_time, change_by) select login, 'y@example.com', customer_id, 'Next', 'Dora', 1, create_time,"
                        + " create_by, change_time, change_by from foreign_user",
                "delete from foreign_user");
        AnonymisationPlan plan = node.protection().plan("dora");

        anonymise(anonymise("dora").login());

        assertThat(plan.obstacles())
                .extracting(Obstacle::kind, Obstacle::subject)
                .containsExactly(tuple(Obstacle.Kind.FORMER_DISABLED_HERE, CompanyNodes.READ_ONLY));
        assertThat(node.find("dora")).isEmpty();
        WholeDatabase.assertKnowsNothingOf(url, List.of(comment, "Next"));
        CompanyNodes.foreigner(node, "dora", "acme");
        assertThat(disabled("dora").comment()).isEmpty();
        assertThat(node.preferences().get("dora")).isEmpty();
    }

    /** Another source owned the login in between. */
    @Test
    void whatHangsOnWhoIsNotKnownAsTheOwnerIsWipedToo() throws Exception {
        CompanyNodes.foreigner(node, "dora", "acme");
        ProtectedPerson dora = new ProtectedPerson("dora", "acme");
        dora.hang(node, group, "else");
        node.execute(
                "insert into customer_user (login, email, customer_id, first_name, last_name, valid_id, create_time, create_by,"
                        + " change_time, change_by) select login, 'y@example.com', customer_id, 'Next', 'Dora', 1, create_time,"
                        + " create_by, change_time, change_by from foreign_user");
        String next = "fr" + UUID.randomUUID();
        node.preferences().set("dora", "UserLanguage", next, Actor.program("test"));
        node.execute("delete from customer_user where login = 'dora'");
        AnonymisationPlan plan = node.protection().plan("dora");

        node.protection().anonymise(Anonymisation.asPlanned(plan, Actor.program("admin")));

        assertThat(plan.source()).isEqualTo(CompanyNodes.READ_ONLY);
        assertThat(plan.kept().preferences()).isEqualTo(3);
        assertThat(plan.kept().formerReferences()).isEqualTo(1);
        WholeDatabase.assertKnowsNothingOf(url, dora.preferences().values());
        WholeDatabase.assertKnowsNothingOf(url, List.of(next));
    }

    private DisabledHere disabled(String login) {
        return node.users().ask(login).entry().orElseThrow().disabledHere().orElseThrow();
    }

    @Test
    void shadowedRecordsAreReported() throws Exception {
        CompanyNodes.user(node, CustomerRenameFixture.USERS, "dora", "acme", Validity.VALID);
        node.execute("insert into other_user select * from customer_user where login = 'dora'");
        CompanyNodes.foreigner(node, "dora", "acme");

        AnonymisationPlan plan = node.protection().plan("dora");
        Anonymised done = node.protection().anonymise(Anonymisation.asPlanned(plan, Actor.program("admin")));

        assertThat(plan.obstacles())
                .extracting(Obstacle::kind, Obstacle::subject)
                .containsExactly(
                        tuple(Obstacle.Kind.SHADOWED, NodeTest.SECOND),
                        tuple(Obstacle.Kind.SHADOWED_READ_ONLY, CompanyNodes.READ_ONLY));
        assertThat(plan.blocked()).isFalse();
        assertThat(done.left()).isEqualTo(plan.obstacles());
        assertThat(node.protection().plan("dora").source()).isEqualTo(NodeTest.SECOND);
    }

    @Test
    void aPersonIsAnonymisedTwiceWithoutHarm() throws Exception {
        String login = anonymise(person.login()).login();
        AnonymisationPlan again = node.protection().plan(login);

        assertThat(again.replacesLogin()).isFalse();
        assertThat(again.fields()).extracting(FieldPlan::fate).doesNotContain(Fate.EMPTIED, Fate.LEFT);
        assertThat(node.protection()
                        .anonymise(Anonymisation.asPlanned(again, Actor.program("admin")))
                        .login())
                .isEqualTo(login);
    }

    private Anonymised anonymise(String login) throws DirectoryException {
        return node.protection()
                .anonymise(Anonymisation.asPlanned(node.protection().plan(login), Actor.program("admin")));
    }
}
