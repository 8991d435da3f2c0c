package org.clientele.backend.db;

import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import javax.persistence.SharedCacheMode;
import javax.persistence.ValidationMode;
import javax.persistence.spi.ClassTransformer;
import javax.persistence.spi.PersistenceUnitInfo;
import javax.persistence.spi.PersistenceUnitTransactionType;
import javax.sql.DataSource;
import org.eclipse.persistence.dynamic.DynamicClassLoader;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** A persistence unit without entity classes: the one table becomes a dynamic entity afterwards. */
final class PersistenceUnit implements PersistenceUnitInfo {
    private final String name = "clientele-" + UUID.randomUUID();
    private final DynamicClassLoader loader = new DynamicClassLoader(PersistenceUnit.class.getClassLoader());
    private final DataSource dataSource;
    private final Properties properties = new Properties();

    PersistenceUnit(DataSource dataSource, DatabaseFamily family) {
        this.dataSource = dataSource;
        properties.putAll(Map.of(
                "eclipselink.target-database", family.platform(),
                "eclipselink.cache.shared.default", "false",
                "eclipselink.weaving", "false",
                "eclipselink.logging.level", "OFF",
                "eclipselink.logging.parameters", "false",
                "eclipselink.session-name", name));
    }

    DynamicClassLoader loader() {
        return loader;
    }

    @Override
    public String getPersistenceUnitName() {
        return name;
    }

    @Override
    public String getPersistenceProviderClassName() {
        return "org.eclipse.persistence.jpa.PersistenceProvider";
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public @Nullable DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return dataSource;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        // EclipseLink looks there for mapping files and makes a name of it; a class's own resource "/" is null in a
        // bundle
        Bundle bundle = FrameworkUtil.getBundle(PersistenceUnit.class);
        return bundle == null ? PersistenceUnit.class.getResource("/") : bundle.getEntry("/");
    }

    @Override
    public List<String> getManagedClassNames() {
        return List.of();
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        return properties;
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "2.2";
    }

    @Override
    public ClassLoader getClassLoader() {
        return loader;
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        throw new UnsupportedOperationException("Nothing is woven");
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return new DynamicClassLoader(PersistenceUnit.class.getClassLoader());
    }
}
