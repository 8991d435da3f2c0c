package org.clientele.backend.ldap;

import java.util.Map;
import org.clientele.spi.ConfiguredSources;
import org.clientele.spi.CustomerUserSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.cm.ManagedServiceFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Customer users in directories: one source per configuration. */
@Component(
        service = ManagedServiceFactory.class,
        immediate = true,
        configurationPid = LdapSourceComponent.PID,
        configurationPolicy = ConfigurationPolicy.IGNORE,
        property = Constants.SERVICE_PID + "=" + LdapSourceComponent.PID)
@Designate(ocd = LdapConfiguration.class, factory = true)
public final class LdapSourceComponent extends ConfiguredSources<LdapSource> {
    static final String PID = "org.clientele.backend.ldap";

    @Activate
    public LdapSourceComponent(BundleContext context) {
        super(context, CustomerUserSource.class);
    }

    @Override
    protected LdapSource open(Map<String, Object> properties) {
        return new LdapSource(properties);
    }

    @Deactivate
    @Override
    public void close() {
        super.close();
    }
}
