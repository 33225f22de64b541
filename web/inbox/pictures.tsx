import { hx } from '../hx.ts';
import { Dialog } from '../kit/dialog.tsx';
import { IconButton, LinkButton } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { Time } from '../kit/time.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { Player } from './recording.tsx';
import type { ThreadPicture, ViewedPicture } from './types.ts';

interface PicturesProps {
  ui: SeatedUi;
  conversationId: string;
  /** The message that they came with. */
  entry: { direction: 'in' | 'out' | null; pictures: readonly ThreadPicture[] };
  /** Of the person. */
  name: string;
}

/** What was sent with a message: small here, large in the viewer. */
export const Pictures = ({ ui, conversationId, entry, name }: PicturesProps) => (
  <ul class="pictures" role="list">
    {entry.pictures.map((picture) => (
      <li>
        <Sent
          ui={ui}
          conversationId={conversationId}
          picture={picture}
          label={openLabel(ui, entry.direction, name)}
        />
      </li>
    ))}
  </ul>
);

const openLabel = (ui: SeatedUi, direction: 'in' | 'out' | null, name: string): string =>
  direction === 'out' ? ui.t.inbox.pictures.openSent(name) : ui.t.inbox.pictures.open(name);

interface SentProps {
  ui: SeatedUi;
  conversationId: string;
  picture: ThreadPicture;
  label: string;
}

const Sent = ({ ui, conversationId, picture, label }: SentProps) => {
  const t = ui.t.inbox.pictures;
  const { id, state, contentType } = picture;
  if (state === 'pending') return <Absent icon="download">{t.pending}</Absent>;
  if (state === 'failed') return <Absent icon="picture">{t.failed}</Absent>;
  if (contentType.startsWith('audio/')) {
    return <Player ui={ui} id={id} contentType={contentType} label={t.sound} />;
  }
  if (contentType.startsWith('image/')) {
    return <Thumbnail conversationId={conversationId} picture={picture} label={label} />;
  }
  return (
    <a class="file" href={paths.attachment(id)}>
      <Icon name="file" />
      {picture.name || t.file}
    </a>
  );
};

const Thumbnail = ({ conversationId, picture, label }: Omit<SentProps, 'ui'>) => (
  <a
    class="thumb"
    href={paths.attachment(picture.id)}
    aria-label={label}
    {...hx({ get: paths.picture(conversationId, picture.id), swap: 'none' })}
  >
    <img
      src={paths.attachment(picture.id)}
      alt=""
      width={picture.width ?? undefined}
      height={picture.height ?? undefined}
      loading="lazy"
      decoding="async"
    />
  </a>
);

const Absent = ({ icon, children }: { icon: 'download' | 'picture'; children: string }) => (
  <p class="absent muted small">
    <Icon name={icon} />
    {children}
  </p>
);

interface ViewerProps {
  ui: SeatedUi;
  conversationId: string;
  pictures: readonly ViewedPicture[];
  /** Which of them is shown. */
  index: number;
  name: string;
}

/** One picture in full; arrow keys and buttons lead to the others of the conversation. */
export const PictureViewer = ({ ui, conversationId, pictures, index, name }: ViewerProps) => {
  const t = ui.t.inbox.pictures;
  const picture = pictures[index];
  if (!picture) return <></>;
  const title = picture.direction === 'out' ? t.sent(name) : t.from(name);
  const place = t.place(index + 1, pictures.length);
  return (
    <Dialog
      title={title}
      close={ui.t.common.close}
      acts={
        <>
          <Step ui={ui} way="previous" conversationId={conversationId} to={pictures[index - 1]} />
          <span class="muted small" role="status">
            {place}
          </span>
          <Step ui={ui} way="next" conversationId={conversationId} to={pictures[index + 1]} />
          <span class="muted small">
            <Time ui={ui} at={picture.at} />
          </span>
          <LinkButton quiet class="push" icon="download" href={paths.download(picture.id)} download>
            {t.download}
          </LinkButton>
          <LinkButton quiet href={paths.attachment(picture.id)} target="_blank">
            {t.original}
          </LinkButton>
        </>
      }
    >
      <img
        class="viewer"
        src={paths.attachment(picture.id)}
        alt={`${title}, ${place}`}
        width={picture.width ?? undefined}
        height={picture.height ?? undefined}
      />
    </Dialog>
  );
};

interface StepProps {
  ui: SeatedUi;
  way: 'previous' | 'next';
  conversationId: string;
  to: ThreadPicture | undefined;
}

const Step = ({ ui, way, conversationId, to }: StepProps) => (
  <IconButton
    icon="back"
    class={way === 'next' ? 'flip' : undefined}
    label={ui.t.inbox.pictures[way]}
    disabled={!to}
    data-step={way}
    {...(to ? hx({ get: paths.picture(conversationId, to.id), swap: 'none' }) : {})}
  />
);
