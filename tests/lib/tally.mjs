// Counts what passed and failed, and says at the end what ./dev adds up: "N passed, N failed".
export class Tally {
  constructor() {
    this.passed = 0;
    this.failed = 0;
  }

  /// One test; `wrong` says in words what is, and is empty when nothing is.
  report(name, wrong) {
    if (wrong.length === 0) {
      this.passed++;
      return;
    }
    this.failed++;
    console.log(`FAILED ${name}`);
    for (const one of wrong) console.log(`  ${one}`);
  }

  close() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    process.exitCode = this.failed === 0 ? 0 : 1;
  }
}
