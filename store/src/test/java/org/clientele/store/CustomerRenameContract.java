package org.clientele.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.clientele.StoreUnavailableException;
import org.clientele.access.Group;
import org.clientele.spi.OrderKey;
import org.clientele.spi.store.CustomerReference;
import org.clientele.spi.store.CustomerReference.PendingRename;
import org.clientele.spi.store.CustomerRenames;
import org.clientele.spi.store.StoredPermissions.Kind;
import org.clientele.spi.store.StoredPermissions.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Renames of customers, on every database; each subclass names one. */
abstract class CustomerRenameContract extends AccessFixture {

    @Test
    void aRenamedCustomerKeepsItsReference() throws Exception {
        long acme = customer("Acme");

        CustomerReference pending = begin("Acme", "Next");
        assertThat(pending).isEqualTo(new CustomerReference(acme, "acme", "Acme", Optional.of(to("Next"))));
        assertThat(references("acme", "next")).isEqualTo(Map.of("acme", pending, "next", pending));
        assertThat(customer("next")).as("nobody makes a second one").isEqualTo(acme);
        assertThat(renames().unfinished(10)).containsExactly(pending);

        assertThat(renames().finish(pending)).isTrue();
        assertThat(renames().finish(pending)).as("again").isFalse();
        assertThat(references("acme", "next"))
                .isEqualTo(Map.of("next", new CustomerReference(acme, "next", "Next", Optional.empty())));
        assertThat(renames().unfinished(10)).isEmpty();
        assertThat(customer("acme")).as("the next acme").isNotEqualTo(acme);
    }

    @Test
    void anAbandonedRenameLeavesEverythingAsItWas() throws Exception {
        long acme = customer("acme");
        CustomerReference pending = begin("acme", "next");

        assertThat(renames().abandon(pending)).isTrue();
        assertThat(renames().abandon(pending)).as("again").isFalse();
        assertThat(renames().finish(pending)).as("too late").isFalse();

        assertThat(references("acme", "next"))
                .isEqualTo(Map.of("acme", new CustomerReference(acme, "acme", "acme", Optional.empty())));
    }

    @Test
    void aSecondRenameWaitsForTheFirst() throws Exception {
        CustomerReference first = begin("acme", "next");

        assertThat(begin("acme", "next")).isEqualTo(first);
        assertThat(begin("acme", "other").pending()).contains(to("next"));
        renames().finish(first);
        CustomerReference second = begin("next", "other");
        assertThat(renames().abandon(first)).as("the first one's").isFalse();
        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void caseAloneMayChange() throws Exception {
        long acme = customer("acme");

        CustomerReference pending = begin("acme", "ACME");
        assertThat(references("acme")).isEqualTo(Map.of("acme", pending));
        assertThat(renames().finish(pending)).isTrue();

        assertThat(references("acme"))
                .isEqualTo(Map.of("acme", new CustomerReference(acme, "acme", "ACME", Optional.empty())));
    }

    @Test
    void whoHadTheNewIdOnceIsNobodyFromThenOn() throws Exception {
        long former = customer("next");
        long anna = person("anna");
        Group group = group("Sales");
        give(Kind.CUSTOMER, former, group.id(), RO);
        assign(anna, former);
        long acme = customer("acme");

        renames().finish(begin("acme", "next"));

        assertThat(customer("next")).isEqualTo(acme);
        assertThat(permissions().customersWith(List.of(group.id()), Set.of(RO))).isEmpty();
        assertThat(assignments().of(List.of(anna))).isEmpty();
        assertThat(database().query("select id from customer_ref where gone = id"))
                .containsExactly(Long.toString(former));
    }

    @Test
    void permissionsAndAssignmentsStay() throws Exception {
        long acme = customer("acme");
        long anna = person("anna");
        Group group = group("Sales");
        give(Kind.CUSTOMER, acme, group.id(), RO);
        assign(anna, acme);

        renames().finish(begin("acme", "next"));

        assertThat(permissions().of(Kind.CUSTOMER, List.of(acme))).containsExactly(new Row(acme, group.id(), RO));
        assertThat(assignments().of(List.of(anna)).get(anna))
                .extracting(CustomerReference::customerId)
                .containsExactly("next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien & Co", "Ünal", "カス", "x\"y <z>", "*", "%", "a b", "a ", FACE})
    void anyIdCanBeTheNextAndTheFormer(String id) throws Exception {
        long acme = customer("acme");

        renames().finish(begin("acme", id));
        assertThat(references(OrderKey.of(id)).get(OrderKey.of(id)).customerId())
                .isEqualTo(id);
        renames().finish(begin(id, "acme"));

        assertThat(customer("acme")).isEqualTo(acme);
    }

    @Test
    void theLongestIdsFit() throws Exception {
        String longest = "ü".repeat(400);

        renames().finish(begin("acme", longest));

        assertThat(references(longest)).containsOnlyKeys(longest);
    }

    @Test
    void aNameThatIsTooLongForTheColumnIsCut() throws Exception {
        PendingRename to = new PendingRename("next", "next", "CustomerCompany", FACE.repeat(101));

        CustomerReference pending = renames().begin("acme", "acme", to);

        assertThat(pending.pending().orElseThrow().actor()).isEqualTo(FACE.repeat(100));
        assertThat(renames().finish(pending)).isTrue();
    }

    @Test
    void ofTwentyAtOnceOneFinishes() throws Exception {
        List<CustomerReference> begun = twentyAtOnce(i -> () -> begin("acme", "next"));
        assertThat(begun).containsOnly(begun.get(0));

        List<Boolean> finished = StoreContract.atOnce(IntStream.range(0, 20)
                .mapToObj(i -> (Callable<Boolean>) () -> renames().finish(begun.get(0)))
                .toList());

        assertThat(finished).filteredOn(done -> done).hasSize(1);
        assertThat(database().query("select id from customer_ref")).hasSize(1);
    }

    private CustomerRenames renames() {
        return database().store().customerRenames();
    }

    private CustomerReference begin(String from, String to) throws StoreUnavailableException {
        return renames().begin(OrderKey.of(from), from, to(to));
    }

    private static PendingRename to(String id) {
        return new PendingRename(OrderKey.of(id), id, "CustomerCompany", ACTOR);
    }

    private Map<String, CustomerReference> references(String... keys) throws StoreUnavailableException {
        return new TreeMap<>(database().store().customers().of(List.of(keys)));
    }
}
