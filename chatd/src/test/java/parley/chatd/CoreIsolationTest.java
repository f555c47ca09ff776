package parley.chatd;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

/** The core knows no sockets, no JSON, no files and nobody who knows them; nor do those beside it know each other. */
class CoreIsolationTest {

    private static final JavaClasses CHATD =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("parley.chatd");

    @Test
    void theCoreKnowsNoSocketsNoJsonAndNobodyWhoDoes() {
        assertUnknown("parley.chatd.core..", "java.net..", "java.nio.channels..", "java.nio.file..", "java.sql..",
                "com.google.gson..", "org.tomlj..", "picocli..", "org.sqlite..", "parley.chatd", "parley.chatd.net..",
                "parley.chatd.dialect..", "parley.chatd.config..", "parley.chatd.engine..", "parley.protocol.json..",
                "parley.protocol.line..", "parley.protocol.client..");
    }

    /** It may keep events as lines, because those can be read again by whatever comes later. */
    @Test
    void anEngineKnowsTheCoreOnly() {
        assertUnknown("parley.chatd.engine..", "java.net..", "com.google.gson..", "org.tomlj..", "picocli..",
                "parley.chatd", "parley.chatd.net..", "parley.chatd.dialect..", "parley.chatd.config..",
                "parley.protocol.line..", "parley.protocol.client..");
    }

    @Test
    void aDialectKnowsNoSockets() {
        assertUnknown("parley.chatd.dialect..", "java.net..", "java.nio.channels..", "org.tomlj..", "parley.chatd",
                "parley.chatd.net..", "parley.chatd.config..", "parley.chatd.engine..");
    }

    @Test
    void theNetKnowsNoJsonAndNoEngine() {
        assertUnknown("parley.chatd.net..", "com.google.gson..", "org.tomlj..", "parley.chatd", "parley.chatd.config..",
                "parley.chatd.engine..", "parley.protocol.json..", "parley.protocol.client..");
    }

    private static void assertUnknown(String who, String... what) {
        // The address of a machine is a plain value.
        noClasses().that().resideInAPackage(who).should()
                .dependOnClassesThat(resideInAnyPackage(what).and(not(assignableTo(InetAddress.class)))).check(CHATD);
    }
}
