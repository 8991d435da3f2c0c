package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Actor;
import org.clientele.AlreadyExistsException;
import org.clientele.Change;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.ReadOnlyException;
import org.clientele.SourceUnavailableException;
import org.clientele.StaleException;
import org.clientele.Validity;
import org.clientele.access.Holder;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerUpdate;
import org.clientele.customer.MovedCustomerUsers;
import org.clientele.customer.MovedCustomerUsers.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another customer ID, with everything that hangs on the customer. */
class CustomerRenameTest extends CustomerRenameFixture {
    @Test
    void everybodyWhoNamesTheCustomerFollows() throws Exception {
        CompanyNodes.user(node, USERS, "invalid", "ACME", Validity.INVALID);
        CompanyNodes.user(node, NodeTest.SECOND, "second", "acme", Validity.VALID);
        node.update("boss", Map.of("UserCustomerIDs", "x; acme ;else"));
        node.update("anna", Map.of("UserCustomerIDs", "acme"));

        CustomerUpdate update = CompanyNodes.rename(node, "ACME", " acme2 ");

        assertThat(update.customer().customerId()).isEqualTo("acme2");
        assertThat(update.moved()).isEqualTo(4);
        assertThat(update.left()).isEmpty();
        assertThat(node.query("select customer_id from customer_user order by login"))
                .containsExactly("acme2", "else", "acme2");
        assertThat(node.query("select customer_id from other_user")).containsExactly("acme2");
        assertThat(node.query("select customer_ids from customer_user where login = 'boss'"))
                .containsExactly("x; acme2 ;else");
        assertThat(node.query("select distinct change_by from customer_user")).containsExactly("renamer");
        assertThat(node.query(PENDING)).isEmpty();
        assertThat(node.query("select holder from write_reservation")).isEmpty();
        assertThat(node.events())
                .contains(
                        "org/clientele/Customer/RENAMED customerId=acme2 formerCustomerId=acme source=CustomerCompany");
    }

    @Test
    void permissionsAndAssignmentsStay() throws Exception {
        CompanyNodes.rename(node, "acme", "acme2");

        assertThat(CompanyNodes.mayRead(node, "anna", group)).isTrue();
        node.update("boss", Map.of("UserPhone", "1"));
        assertThat(CompanyNodes.mayRead(node, "boss", group)).isTrue();
        assertThat(node.access().assignments().assigned("boss")).containsExactly("acme2");
        assertThat(node.access().permissions().of(new Holder.Customer("ACME2"))).containsOnlyKeys(group.id());
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> node.access().permissions().of(new Holder.Customer("acme")));
    }

    @Test
    void whoGetsTheFormerIdInheritsNothing() throws Exception {
        CompanyNodes.rename(node, "acme", "acme2");
        CompanyNodes.customer(node, COMPANIES, "acme");
        CompanyNodes.user(node, USERS, "next", "acme", Validity.VALID);

        assertThat(node.access().permissions().of(new Holder.Customer("acme"))).isEmpty();
        assertThat(CompanyNodes.mayRead(node, "next", group)).isFalse();
        assertThat(node.access().assignments().assignedTo("acme", List.of("boss")))
                .isEmpty();
        assertThat(CompanyNodes.mayRead(node, "anna", group)).isTrue();
    }

    @Test
    void whoIsRenamedToAnIdOfSomebodyGoneInheritsNothing() throws Exception {
        node.execute("delete from customer_company where customer_id = 'acme'");

        CompanyNodes.rename(node, "else", "acme");

        assertThat(node.access().permissions().of(new Holder.Customer("acme"))).isEmpty();
        assertThat(node.access().assignments().assigned("boss")).isEmpty();
        assertThat(CompanyNodes.mayRead(node, "boss", group)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien & Co", "Ünal", "カス", "x\"y <z>", "*", "%", "_", "a b", "a, b|c", "150"})
    void anyIdCanBeTheNextAndTheFormer(String id) throws Exception {
        String customerId = id.equals("150") ? "ü".repeat(150) : id;
        node.execute("alter table customer_user alter column customer_ids varchar(400)");
        node.update("boss", Map.of("UserCustomerIDs", "acme"));

        assertThat(CompanyNodes.rename(node, "acme", customerId).moved()).isEqualTo(2);
        assertThat(node.query("select customer_id from customer_user order by login"))
                .containsExactly(customerId, "else");
        assertThat(node.users().ask("boss").entry().orElseThrow().customerIds()).containsExactly("else", customerId);
        assertThat(CompanyNodes.mayRead(node, "anna", group)).isTrue();

        assertThat(CompanyNodes.rename(node, customerId, "acme").moved()).isEqualTo(2);
        assertThat(node.query("select customer_id from customer_user order by login"))
                .containsExactly("acme", "else");
        assertThat(node.users().ask("boss").entry().orElseThrow().customerIds()).containsExactly("else", "acme");
    }

    @Test
    void whoCannotNameTheNewIdInHisListIsReported() throws Exception {
        node.update("boss", Map.of("UserCustomerIDs", "x,acme"));

        CustomerUpdate update = CompanyNodes.rename(node, "acme", "a;b,c|d");

        assertThat(update.left()).containsExactly(new MovedCustomerUsers(USERS, 1, Rest.REFUSED));
        assertThat(node.query("select customer_ids from customer_user where login = 'boss'"))
                .containsExactly("x,acme");
        assertThat(node.query(PENDING)).isEmpty();
    }

    @Test
    void aThousandPeopleAreMoved() throws Exception {
        node.execute("insert into other_user (id, login, email, customer_id, first_name, last_name, valid_id,"
                + " create_time, create_by, change_time, change_by) select x, 'p' || x, 'p' || x || '@example.com',"
                + " 'acme', 'F', 'L', 1, current_timestamp, 'x', current_timestamp, 'x' from system_range(1, 1000)");

        CustomerUpdate update = CompanyNodes.rename(node, "acme", "acme2");

        assertThat(update.moved()).isEqualTo(1001);
        assertThat(node.query("select distinct customer_id from other_user")).containsExactly("acme2");
    }

    @Test
    void whereASourceCannotMoveManyTheyAreChangedOneByOne() throws Exception {
        seam.singly(NodeTest.SECOND);
        next(Map.of("answerTimeLimit", "20", "searchListLimit", "7"));
        for (int i = 0; i < 30; i++) {
            Validity validity = i % 2 == 0 ? Validity.VALID : Validity.INVALID;
            CompanyNodes.user(node, NodeTest.SECOND, "p" + i, i % 3 == 0 ? "acme" : "ACME", validity);
        }

        assertThat(CompanyNodes.rename(node, "acme", "acme2").moved()).isEqualTo(31);

        assertThat(node.query("select distinct customer_id from other_user")).containsExactly("acme2");
        assertThat(node.query("select distinct change_by from other_user")).containsExactly("renamer");
        assertThat(CompanyNodes.rename(node, "acme2", "ACME2").moved()).isEqualTo(31);
    }

    @Test
    void whoIsInASourceThatTakesNoChangesIsReported() throws Exception {
        CompanyNodes.foreigner(node, "stranger", "Acme");

        CustomerUpdate update = CompanyNodes.rename(node, "acme", "acme2");

        assertThat(update.left()).containsExactly(new MovedCustomerUsers(CompanyNodes.READ_ONLY, 0, Rest.READ_ONLY));
        assertThat(node.query("select customer_id from foreign_user")).containsExactly("Acme");
        assertThat(node.query(PENDING)).isEmpty();
    }

    @Test
    void aSourceThatTakesNoChangesAndIsAwayKeepsNobodyWaiting() throws Exception {
        CompanyNodes.foreigner(node, "stranger", "acme");
        seam.before(CompanyNodes.READ_ONLY + ".search", () -> {
            throw NodeTest.away();
        });

        assertThat(CompanyNodes.rename(node, "acme", "acme2").left())
                .containsExactly(new MovedCustomerUsers(CompanyNodes.READ_ONLY, 0, Rest.UNKNOWN));
    }

    @Test
    void caseAloneMayChange() throws Exception {
        assertThat(CompanyNodes.rename(node, "acme", "ACME").customer().customerId())
                .isEqualTo("ACME");

        assertThat(node.query("select customer_id from customer_user order by login"))
                .containsExactly("ACME", "else");
        assertThat(node.query("select customer_id from customer_ref where gone = 0"))
                .contains("ACME")
                .doesNotContain("acme");
        assertThat(node.query(PENDING)).isEmpty();
        assertThat(CompanyNodes.mayRead(node, "anna", group)).isTrue();
        assertThat(CompanyNodes.mayRead(node, "boss", group)).isTrue();
    }

    @Test
    void whereCaseMattersTheOthersStay() throws Exception {
        next(Map.of("searchCaseSensitive", "1", "answerTimeLimit", "20"));
        node.execute("drop index customer_company_customer_id_key", "update customer_user set customer_id = 'else'");
        CompanyNodes.customer(node, COMPANIES, "ACME");
        CompanyNodes.user(node, USERS, "upper", "ACME", Validity.VALID);
        CompanyNodes.user(node, USERS, "lower", "acme", Validity.VALID);

        assertThat(CompanyNodes.rename(node, "acme", "Acme").moved()).isEqualTo(1);

        assertThat(node.query("select customer_id from customer_user where login in ('upper', 'lower') order by login"))
                .containsExactly("Acme", "ACME");
    }

    @Test
    void otherFieldsChangeInTheSameStepAndAnOldVersionIsStale() throws Exception {
        Customer read = node.customers().ask("acme").entry().orElseThrow();
        Map<String, String> fields = Map.of("CustomerID", "acme2", "CustomerCompanyCity", "Wien");
        Change change =
                new Change("acme", fields, Optional.empty(), Optional.of(read.version()), Actor.program("test"));
        node.execute("update customer_company set city = 'Graz' where customer_id = 'acme'");
        assertThatExceptionOfType(StaleException.class)
                .isThrownBy(() -> node.customers().update(change));
        assertThat(node.query(PENDING)).isEmpty();

        Change fresh = new Change("acme", fields, Optional.empty(), Optional.empty(), Actor.program("test"));
        assertThat(node.customers().update(fresh).value("CustomerCompanyCity")).isEqualTo("Wien");
        assertThat(node.query("select customer_id from customer_user where login = 'anna'"))
                .containsExactly("acme2");
    }

    @Test
    void anIdThatAnySourceHasIsRefused() throws Exception {
        CompanyNodes.customer(node, CompanyNodes.OTHER_COMPANIES, "taken");

        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> CompanyNodes.rename(node, "acme", "TAKEN"))
                .satisfies(e -> assertThat(e.variable()).isEqualTo("CustomerID"))
                .satisfies(e -> assertThat(e.momentary()).isFalse());
        assertThat(node.query(PENDING)).isEmpty();
    }

    @Test
    void aReadOnlySourceOfCustomersRefuses() throws Exception {
        next(Map.of("readOnly", "1"));

        assertThatExceptionOfType(ReadOnlyException.class).isThrownBy(() -> CompanyNodes.rename(node, "acme", "acme2"));
    }

    @Test
    void anIdThatTheCustomerUsersCannotHaveIsRefused() throws Exception {
        node.execute("alter table other_user alter column customer_id varchar(10)");
        next(Map.of("answerTimeLimit", "20"));
        CompanyNodes.user(node, NodeTest.SECOND, "second", "acme", Validity.VALID);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> CompanyNodes.rename(node, "acme", "x".repeat(11)))
                .satisfies(e -> assertThat(e.messages()).containsOnlyKeys("CustomerID"));
        assertThat(node.query("select customer_id from customer_user where login = 'anna'"))
                .containsExactly("acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CustomerCompany1.find", "CustomerUser1.search"})
    void whileASourceThatCountsIsAwayNothingIsRenamed(String call) throws Exception {
        seam.before(call, () -> {
            throw NodeTest.away();
        });

        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> CompanyNodes.rename(node, "acme", "acme2"));

        seam.clear();
        assertThat(node.query("select customer_id from customer_company order by customer_id"))
                .containsExactly("acme", "else");
        assertThat(node.query(PENDING)).isEmpty();
    }
}
