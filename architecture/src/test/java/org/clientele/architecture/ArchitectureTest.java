package org.clientele.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A module is a role; its name says what may depend on what. */
@AnalyzeClasses(packages = "org.clientele", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String STORE = "org.clientele.store..";
    private static final String DATABASE = "org.clientele.backend.db..";
    private static final String DIRECTORY = "org.clientele.backend.ldap..";
    private static final String SCREENS = "org.clientele.admin..";
    private static final String SHELL = "org.clientele.shell..";
    private static final String DEMO = "org.clientele.demo..";
    private static final String SAMPLES = "org.clientele.samples..";
    private static final String TESTKIT = "org.clientele.testkit..";
    private static final String INTERNAL = "org.clientele.internal..";

    @ArchTest
    static final ArchRule servletsLiveInTheScreens =
            onlyIn(SCREENS, "javax.servlet..", "org.apache.felix.webconsole..");

    @ArchTest
    static final ArchRule persistenceLivesInTheStoreAndTheDatabaseBackEnd = noClasses()
            .that()
            .resideOutsideOfPackages(STORE, DATABASE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax.persistence..", "org.eclipse.persistence..", "org.apache.aries.jpa..", "liquibase..");

    @ArchTest
    static final ArchRule databasesAreKnownToTheStoreAndTheDatabaseBackEnd = noClasses()
            .that()
            .resideOutsideOfPackages(STORE, DATABASE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "com.zaxxer..");

    @ArchTest
    static final ArchRule ldapLivesInItsBackEnd = onlyIn(DIRECTORY, "org.apache.directory..", "javax.naming.ldap..");

    @ArchTest
    static final ArchRule theDemoServerLivesInTheDemo = onlyIn(DEMO, "com.unboundid..");

    @ArchTest
    static final ArchRule karafsShellIsForTheCommands = onlyIn(SHELL, "org.apache.karaf.shell..");

    @ArchTest
    static final ArchRule internalIsReachedFromTheApiAlone = noClasses()
            .that()
            .resideInAnyPackage(STORE, DATABASE, DIRECTORY, SCREENS, SHELL, DEMO, SAMPLES, TESTKIT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(INTERNAL);

    @ArchTest
    static final ArchRule theApiDependsOnNothingOfOurs = noClasses()
            .that()
            .resideOutsideOfPackages(STORE, DATABASE, DIRECTORY, SCREENS, SHELL, DEMO, SAMPLES, TESTKIT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(STORE, DATABASE, DIRECTORY, SCREENS, SHELL, DEMO, SAMPLES, TESTKIT);

    @ArchTest
    static final ArchRule theStoreStandsAlone =
            alone(STORE, DATABASE, DIRECTORY, SCREENS, SHELL, DEMO, SAMPLES, TESTKIT);

    @ArchTest
    static final ArchRule theDatabaseBackEndStandsAlone =
            alone(DATABASE, STORE, DIRECTORY, SCREENS, SHELL, DEMO, SAMPLES, TESTKIT);

    @ArchTest
    static final ArchRule theLdapBackEndStandsAlone =
            alone(DIRECTORY, STORE, DATABASE, SCREENS, SHELL, DEMO, SAMPLES, TESTKIT);

    @ArchTest
    static final ArchRule theScreensStandAlone =
            alone(SCREENS, STORE, DATABASE, DIRECTORY, SHELL, DEMO, SAMPLES, TESTKIT);

    @ArchTest
    static final ArchRule theShellStandsAlone =
            alone(SHELL, STORE, DATABASE, DIRECTORY, SCREENS, DEMO, SAMPLES, TESTKIT);

    @ArchTest
    static final ArchRule theDemoStandsAlone =
            alone(DEMO, STORE, DATABASE, DIRECTORY, SCREENS, SHELL, SAMPLES, TESTKIT);

    @ArchTest
    static final ArchRule theSamplesStandAlone =
            alone(SAMPLES, STORE, DATABASE, DIRECTORY, SCREENS, SHELL, DEMO, TESTKIT);

    @ArchTest
    static final ArchRule theTestkitStandsAlone =
            alone(TESTKIT, STORE, DATABASE, DIRECTORY, SCREENS, SHELL, DEMO, SAMPLES);

    @ArchTest
    static final ArchRule namesSayTheNature =
            classes().should().haveNameNotMatching(".*(Impl|Utils?|Manager|Helpers?)(\\$.*)?");

    private static ArchRule onlyIn(String home, String... libraries) {
        return noClasses().that().resideOutsideOfPackage(home).should().dependOnClassesThat(inAnyOf(libraries));
    }

    private static ArchRule alone(String module, String... others) {
        return noClasses().that().resideInAPackage(module).should().dependOnClassesThat(inAnyOf(others));
    }

    private static DescribedPredicate<JavaClass> inAnyOf(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }
}
