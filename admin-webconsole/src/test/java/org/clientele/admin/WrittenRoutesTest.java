package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.clientele.admin.web.Role;
import org.junit.jupiter.api.Test;

/**
 * Every route with the role that it needs, as {@code docs/roles.md} tells it: whoever adds one, or lets others use it, says so here,
 * too.
 */
class WrittenRoutesTest extends ScreenTest {
    private static final String VIEW = """
            POST customer-users/language
            GET customer-users
            GET customer-users.json
            GET customer-users/results.frag
            GET customer-users/suggestions.frag
            GET customer-users/edit
            GET customer-users/user.json
            GET customer-users/preferences.json
            GET customer-users/export
            GET customer-users/export.csv
            GET customer-users/conflicts
            GET customer-users/conflicts.json
            POST customers/language
            GET customers
            GET customers.json
            GET customers/results.frag
            GET customers/edit
            GET customers/customer.json
            GET customers/export
            GET customers/export.csv
            POST groups/language
            GET groups
            GET groups.json
            GET groups/results.frag
            GET groups/edit
            GET groups/group.json
            GET groups/members.json
            POST customer-user-audit/language
            GET customer-user-audit
            GET customer-user-audit.json
            GET customer-user-audit/list.csv
            POST customer-users-customers/language
            GET customer-users-customers
            GET customer-users-customers/matrix
            POST customer-users-groups/language
            GET customer-users-groups
            GET customer-users-groups/matrix
            POST customers-groups/language
            GET customers-groups
            GET customers-groups/matrix
            """;

    private static final String CUSTOMER_USERS = """
            GET customer-users/add
            POST customer-users/add
            POST customer-users/edit
            POST customer-users/preferences
            POST customer-users/disabled
            POST customer-users/validity
            GET customer-users/test
            POST customer-users/test
            POST customer-users/conflicts
            GET customer-users/person.json
            GET customer-users/anonymise
            POST customer-users/anonymise
            GET customer-users/import
            POST customer-users/import
            GET customer-users/import/columns
            POST customer-users/import/columns
            GET customer-users/import/run
            GET customer-users/import/run.frag
            POST customer-users/import/begin
            POST customer-users/import/cancel
            POST customer-users/import/discard
            GET customer-users/import/errors.csv
            POST customer-users-customers/matrix
            POST customer-users-groups/matrix
            POST customers-groups/matrix
            """;

    private static final String CUSTOMERS = """
            GET customers/add
            POST customers/add
            POST customers/edit
            GET customers/test
            POST customers/test
            GET groups/add
            POST groups/add
            POST groups/edit
            """;

    private static final String DRAFTS = """
            GET customer-users/draft
            POST customer-users/draft
            GET customers/draft
            POST customers/draft
            """;

    private static final String PASSWORDS = """
            POST customer-users/import/passwords.csv
            """;

    @Test
    void everyRouteNeedsTheRoleThatIsWrittenHere() {
        List<String> written = Stream.of(
                        with(Role.VIEW, VIEW),
                        with(Role.MANAGE_CUSTOMER_USERS, CUSTOMER_USERS),
                        with(Role.MANAGE_CUSTOMERS, CUSTOMERS),
                        with(Role.SET_PASSWORDS, PASSWORDS),
                        with(Role.TEST_DRAFTS, DRAFTS))
                .flatMap(lines -> lines)
                .toList();

        assertThat(screens.plugins.entrySet())
                .flatExtracting(plugin -> plugin.getValue().routes().stream()
                        .map(route -> route.role() + " " + route.method() + " " + plugin.getKey() + route.path())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(written);
    }

    private static Stream<String> with(Role role, String lines) {
        return lines.lines().map(line -> role + " " + line);
    }
}
