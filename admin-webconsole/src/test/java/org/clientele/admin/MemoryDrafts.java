package org.clientele.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.SourceDrafts;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;

/** Drafts whose tests end as a test wants, and which drafts came. */
final class MemoryDrafts implements SourceDrafts {
    static final String LDAP = "org.clientele.backend.ldap";

    final List<Draft> tested = new ArrayList<>();
    boolean busy;
    String stored = """
            alwaysFilter = (o=O'Brien </textarea><script>alert(1)</script>)
            baseDn = ou=people,dc=example,dc=com
            host = ldaps://ldap.example.com
            name = Company directory
            scope = sub
            trustStore = ${x} ${__self__}
            userDn = cn=reader,dc=example,dc=com
            userPw = ••••••
            """;

    @Override
    public List<BackEnd> backEnds() {
        return List.of(
                new BackEnd("org.clientele.backend.db", false, "# A table.\ntable = customer_user\n"),
                new BackEnd("org.clientele.backend.db.customers", true, ""),
                new BackEnd(LDAP, false, "# A directory.\nhost = ldaps://ldap.example.com\n"));
    }

    @Override
    public List<String> freeSlots(boolean ofCustomers) {
        return ofCustomers ? List.of("CustomerCompany1") : List.of("CustomerUser2", "CustomerUser3");
    }

    @Override
    public Draft of(String slot) throws InvalidInputException {
        if (slot.equals("CustomerUser")) {
            throw new InvalidInputException("source", Fault.other("The back end offers no test of its sources."));
        }
        return new Draft(LDAP, slot, stored);
    }

    @Override
    public List<TestStep> test(Draft draft, Consumer<TestStep> told) throws SourceUnavailableException {
        if (busy) {
            throw new SourceUnavailableException(Reason.SKIPPED, "Too many tests are under way; try again in a moment");
        }
        tested.add(draft);
        List<String> faults = draft.text().contains("${")
                ? List.of("trustStore has ${x}, which a draft may not use", "userPw is stored for another destination")
                : List.of();
        Result result = faults.isEmpty() ? Result.PASSED : Result.FAILED;
        return List.of(new TestStep("settings", result, "", faults, Duration.ofMillis(7)));
    }
}
