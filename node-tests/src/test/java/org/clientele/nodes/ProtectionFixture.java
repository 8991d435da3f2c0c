package org.clientele.nodes;

import java.util.UUID;
import org.clientele.Validity;
import org.clientele.access.Group;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * A person on whom everything hangs that can, and Anna, on whom hangs something. Database and node are opened once for the class; each
 * test finds the tables as if it were the first.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProtectionFixture {
    final Seam seam = new Seam();
    final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    ProtectedPerson person;
    Node node;
    Group group;

    @BeforeAll
    final void open() throws Exception {
        CompanyNodes.prepare(url);
        node = CompanyNodes.open(url, seam);
    }

    @BeforeEach
    final void fill() throws Exception {
        WholeDatabase.empty(url);
        CompanyNodes.customer(node, CustomerRenameFixture.COMPANIES, "acme");
        CompanyNodes.customer(node, CustomerRenameFixture.COMPANIES, "else");
        CompanyNodes.user(node, CustomerRenameFixture.USERS, "anna", "acme", Validity.VALID);
        group = CompanyNodes.hang(node, "acme", "anna");
        person = new ProtectedPerson("O'Brien \"${ü}\" カス", "acme");
        person.add(node, CustomerRenameFixture.USERS, group, "else");
        seam.clear();
    }

    @AfterEach
    final void clear() {
        seam.clear();
    }

    @AfterAll
    final void close() throws Exception {
        node.close();
        WholeDatabase.shutDown(url);
    }
}
