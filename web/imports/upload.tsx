import { Button } from '../kit/button.tsx';
import { Crumb } from '../kit/crumb.tsx';
import { FileDrop } from '../kit/file-drop.tsx';
import type { FormState } from '../kit/form-state.ts';
import { PageHead } from '../kit/page-head.tsx';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

interface UploadPageProps {
  ui: SeatedUi;
  form: FormState;
  /** The id of the import that this form makes: a double click makes one. */
  orderId: string;
  /** Bytes. */
  limit: number;
}

/** Chooses a list. The order stands before the file, so that the server knows it first. */
export const UploadPage = ({ ui, form, orderId, limit }: UploadPageProps) => {
  const { upload } = ui.t.imports;
  return (
    <Shell ui={ui} title={upload.title} nav="imports">
      <Page class="narrow">
        <PageHead
          crumb={<Crumb to={[{ href: paths.imports(), label: ui.t.imports.title }]} />}
          title={upload.title}
          lede={upload.lede(limit)}
        />
        <form method="post" action={paths.imports()} enctype="multipart/form-data" class="stack-4">
          <input type="hidden" name="order" value={orderId} />
          <FileDrop
            name="file"
            label={upload.file}
            invite={upload.invite}
            hint={upload.hint}
            accept=".csv,.tsv,.txt,text/csv"
            maxBytes={limit}
            tooLarge={upload.tooLarge(limit)}
            form={form}
            required
          />
          <div class="row">
            <Button primary type="submit" icon="upload">
              {upload.act}
            </Button>
          </div>
        </form>
      </Page>
    </Shell>
  );
};
