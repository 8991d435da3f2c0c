package org.clientele.backend.ldap;

import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.spi.TestRun;
import org.clientele.spi.TestableSource;
import org.osgi.service.component.annotations.Component;

/** Tests sources in directories. */
@Component
public final class TestableLdap implements TestableSource {
    private static final String EXAMPLE = "/OSGI-INF/example/org.clientele.backend.ldap-CustomerUser1.cfg.example";

    private static final Set<String> DECIDING =
            Set.of("host", "port", "tls", "trustStore", "keyStore", "bind", "userDn", "referrals", "referralHosts");

    @Override
    public String factoryPid() {
        return LdapSourceComponent.PID;
    }

    @Override
    public void test(Map<String, Object> draft, TestRun run) {
        new LdapTrial(draft, run).run();
    }

    @Override
    public Set<String> keysThatDecideWhoGetsSecrets() {
        return DECIDING;
    }

    @Override
    public Optional<URL> example() {
        return Optional.ofNullable(getClass().getResource(EXAMPLE));
    }
}
