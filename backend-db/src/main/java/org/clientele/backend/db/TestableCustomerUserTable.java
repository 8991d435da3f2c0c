package org.clientele.backend.db;

import java.util.Map;
import javax.persistence.spi.PersistenceProvider;
import org.clientele.spi.TestRun;
import org.clientele.spi.TestableSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tests tables of customer users. */
@Component(service = TestableSource.class)
public final class TestableCustomerUserTable implements TestableSource {
    private final BundleContext context;
    private final PersistenceProvider provider;

    @Activate
    public TestableCustomerUserTable(
            BundleContext context, @Reference(target = TableSource.ECLIPSELINK) PersistenceProvider provider) {
        this.context = context;
        this.provider = provider;
    }

    @Override
    public String factoryPid() {
        return CustomerUserTable.PID;
    }

    @Override
    public void test(Map<String, Object> draft, TestRun run) {
        new TableTrial(TableSettings.read(draft, CustomerUserTable.KIND), provider, run).run(context);
    }
}
