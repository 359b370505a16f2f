import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { CrashPage } from './pages/CrashPage.tsx';
import { SignedIn } from './features/shell/SignedIn.tsx';
import { parseAccountSearch } from './routes/parseAccountSearch.ts';
import { parseClassSearch } from './routes/parseClassSearch.ts';
import { parseCompareSearch } from './routes/parseCompareSearch.ts';
import { parseCourseSearch } from './routes/parseCourseSearch.ts';
import { parseDesignSearch } from './routes/parseDesignSearch.ts';
import { parseNewAssignmentSearch } from './routes/parseNewAssignmentSearch.ts';
import { parsePipelineSearch } from './routes/parsePipelineSearch.ts';
import { parseLabSearch } from './routes/parseLabSearch.ts';
import { parseReceiptSearch } from './routes/parseReceiptSearch.ts';
import { parseSignInSearch } from './routes/parseSignInSearch.ts';
import { parseUpdateSearch } from './routes/parseUpdateSearch.ts';

/** Every address of Labcast. */

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: CrashPage,
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup/$token',
  component: lazyRouteComponent(() => import('./pages/SetupPage.tsx'), 'SetupPage'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: parseSignInSearch,
  component: lazyRouteComponent(() => import('./pages/SignInPage.tsx'), 'SignInPage'),
});

const join = createRoute({
  getParentRoute: () => root,
  path: '/join/$code',
  component: lazyRouteComponent(() => import('./pages/JoinPage.tsx'), 'JoinPage'),
});
const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite/$token',
  component: lazyRouteComponent(() => import('./pages/InvitePage.tsx'), 'InvitePage'),
});

const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn });

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/HomePage.tsx'), 'HomePage'),
});
const course = createRoute({
  getParentRoute: () => signedIn,
  path: '/courses/$course',
  validateSearch: parseCourseSearch,
  component: lazyRouteComponent(() => import('./pages/CoursePage.tsx'), 'CoursePage'),
});
const design = createRoute({
  getParentRoute: () => signedIn,
  path: '/a/$assignment/design',
  validateSearch: parseDesignSearch,
  component: lazyRouteComponent(() => import('./pages/DesignPage.tsx'), 'DesignPage'),
});
const pipeline = createRoute({
  getParentRoute: () => signedIn,
  path: '/a/$assignment/pipeline',
  validateSearch: parsePipelineSearch,
  component: lazyRouteComponent(() => import('./pages/PipelinePage.tsx'), 'PipelinePage'),
});
const release = createRoute({
  getParentRoute: () => signedIn,
  path: '/a/$assignment/releases/$release',
  component: lazyRouteComponent(() => import('./pages/ReleasePage.tsx'), 'ReleasePage'),
});
const compare = createRoute({
  getParentRoute: () => signedIn,
  path: '/a/$assignment/compare',
  validateSearch: parseCompareSearch,
  component: lazyRouteComponent(() => import('./pages/ComparePage.tsx'), 'ComparePage'),
});
const classBoard = createRoute({
  getParentRoute: () => signedIn,
  path: '/a/$assignment/class',
  validateSearch: parseClassSearch,
  component: lazyRouteComponent(() => import('./pages/ClassPage.tsx'), 'ClassPage'),
});
const classUpdate = createRoute({
  getParentRoute: () => signedIn,
  path: '/a/$assignment/class/update',
  validateSearch: parseUpdateSearch,
  component: lazyRouteComponent(() => import('./pages/UpdatePage.tsx'), 'UpdatePage'),
});
const lab = createRoute({
  getParentRoute: () => signedIn,
  path: '/labs/$environment',
  validateSearch: parseLabSearch,
  component: lazyRouteComponent(() => import('./pages/LabPage.tsx'), 'LabPage'),
});
const guide = createRoute({
  getParentRoute: () => signedIn,
  path: '/a/$assignment/guide',
  component: lazyRouteComponent(() => import('./pages/GuidePage.tsx'), 'GuidePage'),
});
/** Outside the bar: a console alone in its window. */
const consoleWindow = createRoute({
  getParentRoute: () => root,
  path: '/c/$environment/$element/$console',
  component: lazyRouteComponent(() => import('./pages/ConsolePage.tsx'), 'ConsolePage'),
});

const newAssignment = createRoute({
  getParentRoute: () => signedIn,
  path: '/courses/$course/new',
  validateSearch: parseNewAssignmentSearch,
  component: lazyRouteComponent(() => import('./pages/NewAssignmentPage.tsx'), 'NewAssignmentPage'),
});
const courseReceipt = createRoute({
  getParentRoute: () => signedIn,
  path: '/courses/$course/receipt',
  component: lazyRouteComponent(() => import('./pages/CourseReceiptPage.tsx'), 'CourseReceiptPage'),
});
const assignmentSettings = createRoute({
  getParentRoute: () => signedIn,
  path: '/a/$assignment/settings',
  component: lazyRouteComponent(
    () => import('./pages/AssignmentSettingsPage.tsx'),
    'AssignmentSettingsPage',
  ),
});
const receipt = createRoute({
  getParentRoute: () => signedIn,
  path: '/a/$assignment/receipt',
  validateSearch: parseReceiptSearch,
  component: lazyRouteComponent(() => import('./pages/ReceiptPage.tsx'), 'ReceiptPage'),
});
const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  validateSearch: parseAccountSearch,
  component: lazyRouteComponent(() => import('./pages/AccountPage.tsx'), 'AccountPage'),
});

const activity = createRoute({
  getParentRoute: () => signedIn,
  path: '/activity',
  component: lazyRouteComponent(() => import('./pages/ActivityPage.tsx'), 'ActivityPage'),
});
const welcome = createRoute({
  getParentRoute: () => signedIn,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./pages/WelcomePage.tsx'), 'WelcomePage'),
});
const admin = createRoute({
  getParentRoute: () => signedIn,
  path: '/admin',
  component: lazyRouteComponent(() => import('./features/admin/AdminTabs.tsx'), 'AdminTabs'),
});
const adminPages = [
  createRoute({
    getParentRoute: () => admin,
    path: '/capacity',
    component: lazyRouteComponent(() => import('./pages/admin/CapacityPage.tsx'), 'CapacityPage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/images',
    component: lazyRouteComponent(() => import('./pages/admin/ImagesPage.tsx'), 'ImagesPage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/people',
    component: lazyRouteComponent(() => import('./pages/admin/PeoplePage.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/audit',
    component: lazyRouteComponent(() => import('./pages/admin/AuditPage.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/ledger',
    component: lazyRouteComponent(() => import('./pages/admin/LedgerPage.tsx'), 'LedgerPage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/settings',
    component: lazyRouteComponent(() => import('./pages/admin/ServerPage.tsx'), 'ServerPage'),
  }),
];

const routeTree = root.addChildren([
  setup,
  signIn,
  join,
  invite,
  consoleWindow,
  signedIn.addChildren([
    home,
    course,
    newAssignment,
    courseReceipt,
    design,
    pipeline,
    release,
    compare,
    classBoard,
    classUpdate,
    lab,
    guide,
    assignmentSettings,
    receipt,
    account,
    activity,
    welcome,
    admin.addChildren(adminPages),
  ]),
]);

export const router = createRouter({ routeTree, defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
