package org.clientele.backend.db;

import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.spi.PersistenceProvider;
import org.clientele.spi.TestRun;
import org.clientele.spi.TestableSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tests tables of customers. */
@Component(service = TestableSource.class)
public final class TestableCustomerTable implements TestableSource {
    private static final String EXAMPLE =
            "/OSGI-INF/example/org.clientele.backend.db.customers-CustomerCompany1.cfg.example";

    private final BundleContext context;
    private final PersistenceProvider provider;

    @Activate
    public TestableCustomerTable(
            BundleContext context, @Reference(target = TableSource.ECLIPSELINK) PersistenceProvider provider) {
        this.context = context;
        this.provider = provider;
    }

    @Override
    public String factoryPid() {
        return CustomerTable.PID;
    }

    @Override
    public void test(Map<String, Object> draft, TestRun run) {
        new TableTrial(TableSettings.read(draft, CustomerTable.KIND), provider, run).run(context);
    }

    @Override
    public Set<String> keysThatDecideWhoGetsSecrets() {
        return DatabaseAccess.KEYS;
    }

    @Override
    public boolean ofCustomers() {
        return true;
    }

    @Override
    public Optional<URL> example() {
        return Optional.ofNullable(getClass().getResource(EXAMPLE));
    }
}
