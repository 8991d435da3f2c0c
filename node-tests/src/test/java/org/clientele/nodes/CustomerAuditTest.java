package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.Actor;
import org.clientele.AlreadyExistsException;
import org.clientele.Change;
import org.clientele.StaleException;
import org.clientele.StoreUnavailableException;
import org.clientele.Validity;
import org.clientele.access.Assignments.Assignment;
import org.clientele.access.Context;
import org.clientele.access.Group;
import org.clientele.access.Holder;
import org.clientele.access.Permission;
import org.clientele.access.PermissionChange;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditOutcome;
import org.clientele.audit.AuditSubject;
import org.clientele.conflict.Conflict.UnfinishedRename;
import org.junit.jupiter.api.Test;

/** What is recorded of customers, groups, permissions and assignments. */
class CustomerAuditTest extends CustomerRenameFixture {
    private static final Actor ADMIN = Actor.program("O'Brien");

    @Test
    void aCustomerIsRecordedAsACustomerUserIs() throws Exception {
        node.customers()
                .update(new Change(
                        "acme", Map.of("CustomerCompanyCity", "カス ${a}"), Optional.empty(), Optional.empty(), ADMIN));

        assertThat(last())
                .returns(AuditAction.UPDATE, AuditEntry::action)
                .returns(AuditSubject.customer("acme"), AuditEntry::subject)
                .returns(List.of(new AuditChange("CustomerCompanyCity", "", "カス ${a}")), AuditEntry::changes)
                .returns(AuditOutcome.DONE, AuditEntry::outcome);
    }

    @Test
    void aRenamedCustomerSaysWhatBecameOfThePeople() throws Exception {
        CompanyNodes.foreigner(node, "foreign", "acme");
        CompanyNodes.rename(node, "acme", "acme2");

        assertThat(last())
                .returns(AuditAction.RENAME, AuditEntry::action)
                .returns(AuditSubject.customer("acme"), AuditEntry::subject)
                .returns(Optional.of(AuditSubject.customer("acme2")), AuditEntry::other)
                .returns(AuditOutcome.DONE, AuditEntry::outcome)
                .returns(
                        "CustomerUser: 1 moved; CustomerUser2: 0 moved, the source takes no changes for the others",
                        AuditEntry::note);
    }

    @Test
    void groupsAreRecordedWithWhatWasAgainstIt() throws Exception {
        Group sales = node.access().groups().add("Sales", "x\"y <z>", Validity.VALID, ADMIN);
        assertThat(last())
                .returns(AuditAction.ADD, AuditEntry::action)
                .returns(AuditSubject.group("Sales"), AuditEntry::subject)
                .returns(
                        List.of(
                                new AuditChange("name", "", "Sales"),
                                new AuditChange("comment", "", "x\"y <z>"),
                                new AuditChange("validity", "", "valid")),
                        AuditEntry::changes);

        node.access()
                .groups()
                .update(new Group(sales.id(), "Parts", "x\"y <z>", Validity.INVALID, sales.version()), ADMIN);
        assertThat(last())
                .returns(AuditAction.RENAME, AuditEntry::action)
                .returns(Optional.of(AuditSubject.group("Parts")), AuditEntry::other)
                .returns(
                        List.of(
                                new AuditChange("name", "Sales", "Parts"),
                                new AuditChange("validity", "valid", "invalid")),
                        AuditEntry::changes)
                .returns(AuditOutcome.DONE, AuditEntry::outcome);

        assertThatExceptionOfType(StaleException.class)
                .isThrownBy(() -> node.access().groups().update(sales, ADMIN));
        assertThat(last()).returns(AuditOutcome.REFUSED, AuditEntry::outcome);
        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> node.access().groups().add("PARTS", "", Validity.VALID, ADMIN));
        assertThat(last()).returns(AuditOutcome.REFUSED, AuditEntry::outcome);
    }

    @Test
    void everyRowOfAMatrixIsAnEntry() throws Exception {
        int before = node.audited().size();
        Permission ro = Permission.of("ro");
        node.access()
                .permissions()
                .change(
                        List.of(
                                new PermissionChange(new Holder.CustomerUser("anna"), group.id(), Set.of(), Set.of(ro)),
                                new PermissionChange(
                                        new Holder.CustomerUser("boss"), group.id(), Set.of(ro), Set.of())),
                        ADMIN);

        List<AuditEntry> entries = node.audited().subList(before, before + 2);
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry)
                        .returns(AuditAction.PERMISSIONS, AuditEntry::action)
                        .returns(Optional.of(AuditSubject.group("Group of acme")), AuditEntry::other));
        assertThat(entries.get(0))
                .returns(AuditSubject.customerUser("anna"), AuditEntry::subject)
                .returns(
                        List.of(new AuditChange("permissions." + Context.SAME_CUSTOMER.key(), "", "ro")),
                        AuditEntry::changes)
                .returns(AuditOutcome.DONE, AuditEntry::outcome);
        assertThat(entries.get(1)).as("the other had none").returns(AuditOutcome.REFUSED, AuditEntry::outcome);
    }

    @Test
    void assignmentsAreRecordedUnlessTheyAreThereAlready() throws Exception {
        int before = node.audited().size();
        node.access()
                .assignments()
                .change(List.of(new Assignment("boss", "acme", true), new Assignment("anna", "else", true)), ADMIN);
        node.access().assignments().change(List.of(new Assignment("boss", "acme", false)), ADMIN);

        assertThat(node.audited().subList(before, node.audited().size()))
                .extracting(
                        AuditEntry::action,
                        entry -> entry.subject().id(),
                        entry -> entry.other().orElseThrow().id(),
                        AuditEntry::changes,
                        AuditEntry::outcome)
                .containsExactly(
                        tuple(
                                AuditAction.ASSIGNMENT,
                                "anna",
                                "else",
                                List.of(new AuditChange("assigned", "", "1")),
                                AuditOutcome.DONE),
                        tuple(
                                AuditAction.ASSIGNMENT,
                                "boss",
                                "acme",
                                List.of(new AuditChange("assigned", "1", "")),
                                AuditOutcome.DONE));
    }

    @Test
    void aRenameThatAnotherFinishesIsAnEntryOfItsOwn() throws Exception {
        seam.before("CustomerUser.moveCustomerUsers", () -> {
            throw NodeTest.away();
        });
        CompanyNodes.rename(node, "acme", "acme2");
        assertThat(last().note()).contains("the others follow");
        next(Map.of());
        node.customers().ask("acme2");
        CompanyNodes.onceFree(() -> node.customers()
                .update(new Change(
                        "acme2", Map.of("CustomerCompanyCity", "Ulm"), Optional.empty(), Optional.empty(), ADMIN)));

        assertThat(node.audited())
                .filteredOn(entry -> entry.note().startsWith("finished later"))
                .singleElement()
                .returns(AuditSubject.customer("acme"), AuditEntry::subject)
                .returns("renamer", entry -> entry.actor().name());
    }

    @Test
    void whoFinishesARenameStandsInTheAuditWithWhatBecameOfIt() throws Exception {
        seam.before("CustomerUser.moveCustomerUsers", () -> {
            throw NodeTest.away();
        });
        CompanyNodes.rename(node, "acme", "acme2");
        next(Map.of());
        seam.before("unfinished", () -> {
            throw new StoreUnavailableException("Who sweeps would be quicker");
        });
        seam.before("CustomerUser.moveCustomerUsers", () -> {
            throw NodeTest.away();
        });
        UnfinishedRename rename = new UnfinishedRename(
                UnfinishedRename.Renamed.CUSTOMER, "acme", "acme2", "CustomerCompany", UnfinishedRename.Place.UNKNOWN);
        assertThat(node.conflicts().finish(rename, ADMIN)).isEqualTo(UnfinishedRename.Place.UNKNOWN);
        AuditEntry unfinished = last();
        seam.before("CustomerUser.moveCustomerUsers", () -> {});

        assertThat(node.conflicts().finish(rename, ADMIN)).isEqualTo(UnfinishedRename.Place.NEW);

        assertThat(unfinished.note()).startsWith("still unfinished");
        assertThat(List.of(unfinished, last()))
                .allMatch(entry -> entry.actor().equals(ADMIN) && entry.action() == AuditAction.RENAME)
                .extracting(AuditEntry::outcome)
                .containsExactly(AuditOutcome.FAILED, AuditOutcome.DONE);
        assertThat(last().note()).startsWith("finished later").contains("CustomerUser: ");
    }

    private AuditEntry last() throws Exception {
        List<AuditEntry> entries = node.audited();
        return entries.get(entries.size() - 1);
    }
}
