package org.clientele.backend.db;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.testkit.Deviation;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.SortingSourceContract;
import org.clientele.testkit.TestPerson;

/** Derby sorts by UTF-16 unit: an order by other fields than the login is that of code points up to U+FFFF. */
class DerbySortingSourceContractTest implements SortingSourceContract {
    @Override
    public Fixture fixture(List<TestPerson> people) throws Exception {
        return new TableFixture(new DerbyDatabase("sorting"), people, Map.of());
    }

    @Override
    public Set<Deviation> deviations() {
        return Set.of(Deviation.BASIC_PLANE_ONLY);
    }
}
