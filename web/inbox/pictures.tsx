import { hx } from '../hx.ts';
import { Dialog } from '../kit/dialog.tsx';
import { IconButton, LinkButton } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { OpenConversation, ThreadPicture } from './types.ts';

interface PicturesProps {
  ui: SeatedUi;
  conversation: OpenConversation;
  pictures: readonly ThreadPicture[];
  /** Of the person. */
  name: string;
}

/** What was sent with a message: small here, large in the viewer. */
export const Pictures = ({ ui, conversation, pictures, name }: PicturesProps) => (
  <ul class="pictures" role="list">
    {pictures.map((picture) => (
      <li>
        <Thumbnail ui={ui} conversationId={conversation.id} picture={picture} name={name} />
      </li>
    ))}
  </ul>
);

interface ThumbnailProps {
  ui: SeatedUi;
  conversationId: string;
  picture: ThreadPicture;
  name: string;
}

const Thumbnail = ({ ui, conversationId, picture, name }: ThumbnailProps) => {
  const t = ui.t.inbox.pictures;
  const { id, state, width, height } = picture;
  if (state === 'pending') return <Absent icon="download">{t.pending}</Absent>;
  if (state === 'failed') return <Absent icon="picture">{t.failed}</Absent>;
  if (!isPicture(picture)) {
    return (
      <a class="file" href={paths.attachment(id)}>
        <Icon name="file" />
        {picture.name || t.file}
      </a>
    );
  }
  return (
    <a
      class="thumb"
      href={paths.attachment(id)}
      aria-label={t.open(name)}
      {...hx({ get: paths.picture(conversationId, id), swap: 'none' })}
    >
      <img
        src={paths.attachment(id)}
        alt=""
        width={width ?? undefined}
        height={height ?? undefined}
        loading="lazy"
        decoding="async"
      />
    </a>
  );
};

const Absent = ({ icon, children }: { icon: 'download' | 'picture'; children: string }) => (
  <p class="absent muted small">
    <Icon name={icon} />
    {children}
  </p>
);

const isPicture = ({ contentType, state }: ThreadPicture): boolean =>
  state === 'stored' && contentType.startsWith('image/');

interface ViewerProps {
  ui: SeatedUi;
  conversationId: string;
  pictures: readonly ThreadPicture[];
  /** Which of them is shown. */
  index: number;
  name: string;
}

/** One picture in full; arrow keys and buttons lead to the others of the conversation. */
export const PictureViewer = ({ ui, conversationId, pictures, index, name }: ViewerProps) => {
  const t = ui.t.inbox.pictures;
  const picture = pictures[index];
  if (!picture) return <></>;
  return (
    <Dialog
      title={t.from(name)}
      close={ui.t.common.close}
      acts={
        <>
          <Step ui={ui} way="previous" conversationId={conversationId} to={pictures[index - 1]} />
          <span class="muted small" role="status">
            {t.place(index + 1, pictures.length)}
          </span>
          <Step ui={ui} way="next" conversationId={conversationId} to={pictures[index + 1]} />
          <LinkButton quiet class="push" href={paths.attachment(picture.id)} target="_blank">
            {t.original}
          </LinkButton>
        </>
      }
    >
      <img
        class="viewer"
        src={paths.attachment(picture.id)}
        alt={t.from(name)}
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
