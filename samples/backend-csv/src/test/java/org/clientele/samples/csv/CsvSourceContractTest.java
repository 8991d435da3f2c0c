package org.clientele.samples.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.clientele.testkit.CustomerUserSourceContract;
import org.clientele.testkit.Deviation;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.TestPerson;
import org.junit.jupiter.api.io.TempDir;

class CsvSourceContractTest extends CustomerUserSourceContract {
    @TempDir
    Path folder;

    @Override
    public Fixture fixture(List<TestPerson> people) throws Exception {
        return new CsvFixture(folder, people);
    }

    @Override
    public Set<Deviation> deviations() {
        return Set.of(Deviation.ALWAYS_VALID);
    }
}
