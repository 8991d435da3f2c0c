package org.clientele.backend.ldap;

import java.util.Map;
import org.clientele.spi.TestRun;
import org.clientele.spi.TestableSource;
import org.osgi.service.component.annotations.Component;

/** Tests sources in directories. */
@Component
public final class TestableLdap implements TestableSource {

    @Override
    public String factoryPid() {
        return LdapSourceComponent.PID;
    }

    @Override
    public void test(Map<String, Object> draft, TestRun run) {
        new LdapTrial(draft, run).run();
    }
}
