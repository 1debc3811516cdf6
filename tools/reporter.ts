import mocha from 'mocha';

/** The spec reporter, closed by one line for machines: `12 passed, 0 failed, 1 skipped`. A default export because mocha asks for one. */
export default class Reporter extends mocha.reporters.Spec {
  override epilogue(): void {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    console.log(`${passes} passed, ${failures} failed, ${pending} skipped`);
  }
}
