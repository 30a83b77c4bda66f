package io.scriptorium.endtoend;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Which part of the product may know which other part, which library and which of Java's doors. */
@AnalyzeClasses(
    packages = {
      ArchitectureTest.HTML,
      ArchitectureTest.RENDERER,
      ArchitectureTest.MODEL,
      ArchitectureTest.PARSER,
      ArchitectureTest.ROUTES,
      ArchitectureTest.SAMPLES
    },
    importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  static final String HTML = "io.scriptorium.htmlschema";
  static final String RENDERER = "io.scriptorium.renderer";
  static final String MODEL = "io.scriptorium.modelruntime";
  static final String PARSER = "io.scriptorium.parser";
  static final String ROUTES = "io.scriptorium.routes";
  static final String SAMPLES = "io.scriptorium.samples";

  private static final String DRAWING = SAMPLES + ".drawing";
  private static final String SYNTH = SAMPLES + ".synth";
  private static final String CLI = ROUTES + ".cli";
  private static final String MAIN = CLI + ".Main";
  private static final String CHILD = RENDERER + ".pool.RenderChild";
  private static final String OURS = "io.scriptorium..";

  private static final List<Library> LIBRARIES =
      List.of(
          new Library("org.jsoup..").in(HTML),
          new Library("org.apache.pdfbox..").in(RENDERER, DRAWING, SYNTH),
          new Library("javax.imageio..").in(RENDERER, SAMPLES, SYNTH),
          new Library("java.awt..").in(RENDERER, SAMPLES, DRAWING, SYNTH + ".."),
          new Library("org.tensorflow..")
              .in(MODEL + ".graph", MODEL + ".savedmodel", MODEL + ".generation"),
          new Library("ai.djl..").in(MODEL + ".tokenizer"),
          new Library("org.apache.camel..").in(ROUTES),
          new Library("org.apache.kafka..").in(ROUTES),
          new Library("org.quartz..").in(ROUTES),
          new Library("picocli..").in(CLI));

  /** A library, and the packages without their sub-packages that alone may use it. */
  private record Library(String classes, List<String> homes) {
    Library(String classes) {
      this(classes, List.of());
    }

    Library in(String... packages) {
      return new Library(classes, List.of(packages));
    }

    ArchRule staysAtHome() {
      return noClasses()
          .that(resideOutsideOfPackages(homes.toArray(String[]::new)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(classes);
    }
  }

  @ArchTest static final ArchRule htmlKnowsNoOtherPart = onlyKnows(HTML);

  @ArchTest static final ArchRule rendererKnowsNoOtherPart = onlyKnows(RENDERER);

  @ArchTest static final ArchRule modelRuntimeKnowsNoOtherPart = onlyKnows(MODEL);

  @ArchTest static final ArchRule parserJoinsTheThree = onlyKnows(PARSER, HTML, RENDERER, MODEL);

  /**
   * What is asked of the parser are keys, too. The command line, which puts the product together,
   * knows all parts.
   */
  @ArchTest
  static final ArchRule routesDriveTheParser =
      noClasses()
          .that()
          .resideInAPackage(ROUTES)
          .should()
          .dependOnClassesThat(
              resideInAPackage(OURS)
                  .and(resideOutsideOfPackages(ROUTES, PARSER, PARSER + ".keyvalues")));

  @ArchTest static final ArchRule samplesShowTheFormatOnly = onlyKnows(SAMPLES, HTML);

  @ArchTest
  static void librariesStayWhereTheyBelong(JavaClasses classes) {
    for (Library library : LIBRARIES) {
      library.staysAtHome().check(classes);
    }
  }

  /** Without this, a rule about a misspelt package would hold for ever. */
  @ArchTest
  static void librariesAreUsedWhereTheyBelong(JavaClasses classes) {
    for (Library library : LIBRARIES) {
      for (String home : library.homes) {
        assertThat(classes.stream().filter(resideInAPackage(home)))
            .as("%s uses %s", home, library.classes)
            .anyMatch(type -> dependsOn(type, resideInAPackage(library.classes)));
      }
    }
  }

  @ArchTest
  static final ArchRule modelPackagesAreFreeOfCycles =
      slices().matching(MODEL + ".(*)..").should().beFreeOfCycles();

  /** Its outermost package holds the way in, and what all others share and which knows none. */
  @ArchTest
  static final ArchRule modelPackagesDoNotKnowTheWayIn =
      noClasses()
          .that(resideInAPackage(MODEL + ".*.."))
          .should()
          .dependOnClassesThat(
              resideInAPackage(MODEL).and(dependingOn(resideInAPackage(MODEL + ".*.."))));

  @ArchTest
  static final ArchRule onlyTheProgramsEndTheirProcess =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(MAIN)
          .and()
          .doNotHaveFullyQualifiedName(CHILD)
          .and()
          .resideOutsideOfPackage(SAMPLES)
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  /** Without this, the rule above could be about a call that nobody makes. */
  @ArchTest
  static void theProgramsEndTheirProcess(JavaClasses classes) {
    assertThat(classes.get(CHILD).getMethodCallsFromSelf())
        .anyMatch(call -> call.getName().equals("halt"));
    assertThat(classes.get(MAIN).getMethodCallsFromSelf())
        .anyMatch(
            call ->
                call.getTargetOwner().isEquivalentTo(System.class)
                    && call.getName().equals("exit"));
  }

  /** Documents stay on the machine: Kafka's client is the only one that talks to others. */
  @ArchTest
  static final ArchRule nothingCallsOut =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "javax.net..", "java.rmi..", "com.sun.net..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.nio\\.channels\\..*(Socket|Datagram).*");

  private static ArchRule onlyKnows(String part, String... others) {
    return noClasses()
        .that(resideInAPackage(part + ".."))
        .should()
        .dependOnClassesThat(
            resideInAPackage(OURS)
                .and(resideOutsideOfPackages(part + ".."))
                .and(DescribedPredicate.not(resideInAnyPackage(withSubPackages(others)))));
  }

  private static String[] withSubPackages(String... packages) {
    return List.of(packages).stream().map(name -> name + "..").toArray(String[]::new);
  }

  private static DescribedPredicate<JavaClass> dependingOn(DescribedPredicate<JavaClass> others) {
    return DescribedPredicate.describe(
        "depend on classes that " + others.getDescription(), type -> dependsOn(type, others));
  }

  private static boolean dependsOn(JavaClass type, DescribedPredicate<JavaClass> others) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .anyMatch(others);
  }
}
