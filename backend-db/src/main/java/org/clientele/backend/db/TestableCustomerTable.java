package org.clientele.backend.db;

import java.util.Map;
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
}
