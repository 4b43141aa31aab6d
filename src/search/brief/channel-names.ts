/** What people call a channel. Names are parted by commas. */
export interface ChannelNames {
  /** In any text and any task. What comes first is the name that is shown. */
  readonly names: string;
  /** What names it only where it is the whole of a text: the cell of a table, the field of a document. */
  readonly alone?: string;
  /** What may mean something else too: such words of a task mean the channel when the library has something on it. */
  readonly perhaps?: string;
  /** The first name of the channel that this one is part of. */
  readonly wider?: string;
}

const SOCIAL = 'social media';

/** The channels that are known by more than one name. */
export const CHANNEL_NAMES: readonly ChannelNames[] = [
  {
    names:
      'email, emails, e-mail, e-mails, mailing, newsletter, newsletters, nurture, drip campaign, subject line, subject lines, welcome series, mailout, autoresponder, correo, courriel, メール, 邮件',
  },
  {
    names: 'LinkedIn, InMail, InMails',
    perhaps: 'carousel, carousels',
    wider: SOCIAL,
  },
  {
    names: `${SOCIAL}, social, social post, social posts, soziale medien, réseaux sociaux, redes sociales, SNS, DM, DMs, hashtag, hashtags`,
    perhaps: 'direct message, direct messages, caption, captions, carousel, carousels',
  },
  { names: 'X (Twitter), Twitter, tweet, tweets, X post, X posts, X thread, retweet', alone: 'X', wider: SOCIAL },
  {
    names: 'Instagram, reel, reels, insta, insta story, insta stories',
    perhaps: 'story, stories, caption, captions, carousel, carousels, IG',
    wider: SOCIAL,
  },
  { names: 'Facebook', perhaps: 'story, stories', wider: SOCIAL },
  { names: 'TikTok, TikToks', wider: SOCIAL },
  { names: 'Mastodon, Bluesky', wider: SOCIAL },
  { names: 'Pinterest', perhaps: 'pin, pins', wider: SOCIAL },
  {
    names:
      'landing page, landing pages, landingpage, web page, website, homepage, home page, webpage, microsite, web copy, site copy, page de destination',
  },
  { names: 'webinar, webinars, webcast, webinaire, ウェビナー', wider: 'event' },
  { names: 'blog, blog post, blog posts, blogpost, article, guest post, listicle, op-ed, blogbeitrag' },
  {
    names:
      'press, press release, press quote, journalist, magazine, media pitch, press kit, pressemitteilung, communiqué de presse, プレスリリース',
  },
  { names: 'Google Search, Google Ads, search ad, search ads, search campaign, PPC, AdWords, SEA', wider: 'ads' },
  {
    names:
      'ads, ad, advert, adverts, ad copy, advertisement, display ads, banner, advertising, billboard, billboards, out of home, anzeige, anzeigen',
  },
  { names: 'direct mail, postcard, postcards, flyer, leaflet, mailshot, print', perhaps: 'letter, letters' },
  { names: 'event, events, trade fair, trade show, conference, messe', perhaps: 'booth, booths' },
  { names: 'video, videos, YouTube', perhaps: 'shorts, clip, clips' },
  { names: 'podcast, podcasts' },
  { names: 'SMS, text message, text messages' },
  { names: 'WhatsApp' },
  { names: 'push notification, push notifications, in-app message, in-app messages' },
  { names: 'forum, community, reddit' },
  { names: 'case study, case studies, customer story, success story, success stories, fallstudie' },
  { names: 'sales deck, pitch deck, slides, presentation' },
];
