package org.clientele.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.SourceDraft;
import org.clientele.SourceTests;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;

/** Tests of which the outcome is known before, and who asked for them. */
final class MemoryTests implements SourceTests {
    final List<String> tested = new ArrayList<>();
    Set<String> slots = Set.of("CustomerUser1", "CustomerCompany");
    List<TestStep> steps = List.of(
            new TestStep("settings", Result.PASSED, "The configuration has no faults", List.of(), Duration.ofMillis(1)),
            new TestStep(
                    "name-resolution", Result.PASSED, "ldap.example.com is 192.0.2.7", List.of(), Duration.ofMillis(9)),
            new TestStep(
                    "tls",
                    Result.WARNED,
                    "TLSv1.3, the certificate names ldap.example.com and is trusted",
                    List.of(
                            "CN=ldap.example.com, until 2026-12-10, 12 days left; renew it",
                            "CN=Example CA, until 2031-01-01, 1495 days left"),
                    Duration.ofMillis(48)),
            new TestStep(
                    "bind",
                    Result.FAILED,
                    "ldaps://ldap.example.com:636 refused the sign-in of userDn: invalidCredentials",
                    List.of("O'Brien <script>alert(1)</script> ${a} カス"),
                    Duration.ofMillis(31)),
            new TestStep("own-step", Result.SKIPPED, "", List.of(), Duration.ZERO),
            new TestStep("entries", Result.SKIPPED, "", List.of(), Duration.ZERO));

    @Override
    public Set<String> slots() {
        return slots;
    }

    @Override
    public List<String> backEnds() {
        return List.of();
    }

    @Override
    public List<TestStep> test(String slot, Consumer<TestStep> told) throws InvalidInputException {
        if (!slots.contains(slot)) {
            throw new InvalidInputException("source", Fault.other("The back end offers no test of its sources."));
        }
        tested.add(slot);
        return steps;
    }

    @Override
    public List<TestStep> test(SourceDraft draft, Consumer<TestStep> told) {
        throw new UnsupportedOperationException("drafts of screens are tested as text");
    }
}
