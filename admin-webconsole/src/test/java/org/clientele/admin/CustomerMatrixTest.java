package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import org.clientele.access.Context;
import org.clientele.access.Group;
import org.clientele.access.Holder;
import org.clientele.access.Permission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers and groups. */
class CustomerMatrixTest extends MatrixScreenTest {
    private static final String MATRIX = "/customers-groups/matrix?customerId=C1";
    private static final Holder HOLDER = new Holder.Customer("C1");
    private static final Permission OTHERS = new Permission(Context.OTHER_CUSTOMERS, "ro");

    private Group hotline;
    private Group users;

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 3);
        hotline = screens.groups.add("Hotline", "Calls");
        users = screens.groups.add("users", "");
    }

    @Test
    void oneContextNeedsNoHeading() throws Exception {
        assertThat(browser.get(MATRIX).body())
                .doesNotContain("scope=\"colgroup\"")
                .contains("<span class=\"hidden\">Hotline: rw</span>");
    }

    @Test
    void eachContextIsABlockOfItsOwn() throws Exception {
        screens.store.rules = Rules.withOtherCustomers();
        String page = browser.get(MATRIX).body();
        assertThat(page)
                .contains("scope=\"colgroup\" colspan=\"2\">Same customer</th>")
                .contains("<span class=\"hidden\">Hotline: rw (Other customers)</span>");

        HttpResponse<String> saved =
                send(new MatrixForm(page).check(id(hotline), "same.rw").check(id(hotline), "other.ro"));

        assertThat(given(hotline)).containsExactlyInAnyOrder(Permission.of("rw"), OTHERS);
        assertThat(browser.follow(saved).body())
                .contains("Hotline: Same customer: nothing → rw; Other customers: nothing → ro");
        MatrixForm form = new MatrixForm(browser.get(MATRIX).body());
        assertThat(form.isChecked(id(hotline), "same.ro")).isTrue();
        assertThat(form.isChecked(id(hotline), "other.rw")).isFalse();
        send(form.uncheck(id(hotline), "other.ro"));
        assertThat(given(hotline)).containsExactly(Permission.of("rw"));
    }

    @Test
    void whereEveryCustomerHasEverythingOnlyTheOtherContextIsAsked() throws Exception {
        screens.store.rules = Rules.withOtherCustomers();
        screens.permissions.give(HOLDER, users.id(), "ro");
        String page = browser.get(MATRIX).body();
        assertThat(page).contains("Always, for every customer (customerAlwaysGroups)");
        MatrixForm form = new MatrixForm(page);
        assertThat(form.boxes).contains("1 other.ro").doesNotContain("1 same.ro");

        send(form.check(id(users), "other.ro"));

        assertThat(given(users)).containsExactlyInAnyOrder(Permission.of("ro"), OTHERS);
    }

    @Test
    void aGroupHasTheCustomersInRows() throws Exception {
        String group = "/customers-groups/matrix?group=" + hotline.id();
        send(new MatrixForm(browser.get(group).body()).check("C1", "same.ro"));
        assertThat(given(hotline)).containsExactly(Permission.of("ro"));
        assertThat(browser.get(group + "&search=nobody").body()).contains("Nothing matches “nobody”");
    }

    private Set<Permission> given(Group group) {
        return screens.store.of(HOLDER).getOrDefault(group.id(), Set.of());
    }
}
