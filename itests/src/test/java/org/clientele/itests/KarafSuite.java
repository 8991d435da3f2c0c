package org.clientele.itests;

import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** What runs inside one vanilla Karaf. Every class is {@code PerSuite} and takes its options from {@link Container}. */
@RunWith(Suite.class)
@Suite.SuiteClasses({
    InstallationTest.class,
    AddedFieldsTest.class,
    ConfigurationFilesTest.class,
    WordsFragmentTest.class,
    CsvBackEndTest.class,
    MisconfiguredSourcesTest.class,
    DirectoryServerAwayTest.class,
    LdapTlsTest.class,
    ShellCommandsTest.class,
    SignInTest.class,
    PlaceholdersTest.class,
    FootprintTest.class,
    SwapUnderLoadTest.class,
    DatabaseAwayTest.class,
    SecretsTest.class
})
public class KarafSuite {}
